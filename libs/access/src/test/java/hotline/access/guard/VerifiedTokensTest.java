package hotline.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final String EXCHANGE = RoutingContext.class.getName();

  private Instant now = START;
  private Instant end = START.plus(Duration.ofMinutes(5));
  private boolean refuses;
  private final List<String> asked = new ArrayList<>();
  private final VerifiedTokens tokens = new VerifiedTokens(new Verifier(), () -> now);

  private final class Verifier implements IdentityProvider<TokenAuthenticationRequest> {
    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
      return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
        TokenAuthenticationRequest request, AuthenticationRequestContext context) {
      asked.add(request.getToken().getToken());
      if (refuses) {
        return Uni.createFrom().failure(new AuthenticationFailedException());
      }
      return Uni.createFrom()
          .item(
              QuarkusSecurityIdentity.builder()
                  .setPrincipal(new Person(request.getToken().getToken(), end))
                  .addRole("clerk")
                  .addAttribute("tenant-id", "Default")
                  .addAttribute(EXCHANGE, request.getAttributes().get(EXCHANGE))
                  .build());
    }
  }

  private record Person(String name, Instant end) implements JsonWebToken {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("exp");
    }

    @SuppressWarnings("unchecked")
    @Override
    public <T> T getClaim(String claim) {
      return (T) (claim.equals("exp") ? end.getEpochSecond() : null);
    }
  }

  private SecurityIdentity enter(String token, Object exchange) {
    TokenAuthenticationRequest request =
        new TokenAuthenticationRequest(new AccessTokenCredential(token));
    request.setAttribute(EXCHANGE, exchange);
    return tokens.authenticate(request, null).await().indefinitely();
  }

  @Test
  void a_token_is_verified_once_and_stands_for_the_same_person() {
    SecurityIdentity first = enter("one", "first request");
    SecurityIdentity second = enter("one", "second request");

    assertThat(asked).containsExactly("one");
    assertThat(second.getPrincipal()).isEqualTo(first.getPrincipal());
    assertThat(second.getRoles()).containsExactly("clerk");
    assertThat(second.<String>getAttribute("tenant-id")).isEqualTo("Default");
  }

  @Test
  void a_request_finds_itself_in_the_identity_and_never_an_earlier_one() {
    enter("one", "first request");
    assertThat(enter("one", "second request").<Object>getAttribute(EXCHANGE))
        .isEqualTo("second request");
  }

  @Test
  void another_token_is_verified_by_itself() {
    assertThat(enter("one", null).getPrincipal().getName()).isEqualTo("one");
    assertThat(enter("two", null).getPrincipal().getName()).isEqualTo("two");
    assertThat(asked).containsExactly("one", "two");
  }

  @Test
  void a_token_that_was_refused_is_asked_about_again() {
    refuses = true;
    assertThatThrownBy(() -> enter("one", null)).isInstanceOf(AuthenticationFailedException.class);
    refuses = false;
    assertThat(enter("one", null).getPrincipal().getName()).isEqualTo("one");
    assertThat(asked).hasSize(2);
  }

  @Test
  void after_a_minute_it_is_verified_again() {
    enter("one", null);
    now = START.plus(VerifiedTokens.REMEMBERED).minusMillis(1);
    enter("one", null);
    assertThat(asked).hasSize(1);
    now = START.plus(VerifiedTokens.REMEMBERED);
    enter("one", null);
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_token_that_has_ended_is_not_remembered() {
    end = START.plusSeconds(20);
    enter("one", null);
    now = end;
    refuses = true;
    assertThatThrownBy(() -> enter("one", null)).isInstanceOf(AuthenticationFailedException.class);
  }

  @Test
  void any_number_of_tokens_does_not_fill_the_memory() {
    for (int i = 0; i <= VerifiedTokens.AT_MOST; i++) {
      enter("token-" + i, null);
    }
    enter("token-0", null);
    assertThat(asked.stream().filter("token-0"::equals)).hasSize(2);
  }
}
