package hotline.access.guard;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a bearer token once and remembers for a short while who it stands for.
 *
 * <p>One person's token comes with each of their requests for some minutes, and verifying it took a
 * fifth of a service's processor time. Only what was verified is remembered, at most until the
 * token ends; a key that the identity provider withdraws is honoured a minute longer.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

  static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** People at their desks within a minute; each is some kilobytes. */
  static final int AT_MOST = 2_000;

  private static final String EXCHANGE = RoutingContext.class.getName();

  private record Verified(SecurityIdentity identity, Instant until) {}

  private final IdentityProvider<TokenAuthenticationRequest> verifier;
  private final InstantSource clock;
  private final Map<String, Verified> verified = new ConcurrentHashMap<>();

  @Inject
  VerifiedTokens(OidcIdentityProvider verifier) {
    // Tokens live by the real time, whatever clock the service goes by.
    this(verifier, InstantSource.system());
  }

  VerifiedTokens(IdentityProvider<TokenAuthenticationRequest> verifier, InstantSource clock) {
    this.verifier = verifier;
    this.clock = clock;
  }

  /** Before the framework's own verifier, whose priority is above all that its interface names. */
  @Override
  public int priority() {
    return verifier.priority() + 1;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!(request.getToken() instanceof AccessTokenCredential credential)) {
      return verifier.authenticate(request, context);
    }
    String token = credential.getToken();
    Verified known = verified.get(token);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Uni.createFrom().item(within(known.identity(), request.getAttributes().get(EXCHANGE)));
    }
    return verifier
        .authenticate(request, context)
        .onItem()
        .ifNotNull()
        .invoke(identity -> remember(token, identity));
  }

  boolean remembers(String token) {
    return verified.containsKey(token);
  }

  /** The identity says in which request it was made: nobody may find an earlier one there. */
  private static SecurityIdentity within(SecurityIdentity identity, Object exchange) {
    return QuarkusSecurityIdentity.builder(identity).addAttribute(EXCHANGE, exchange).build();
  }

  private void remember(String token, SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
      return;
    }
    Instant now = clock.instant();
    Instant end = Instant.ofEpochSecond(jwt.getExpirationTime());
    Instant until = now.plus(REMEMBERED);
    if (verified.size() >= AT_MOST) {
      verified.values().removeIf(old -> !now.isBefore(old.until()));
      if (verified.size() >= AT_MOST) {
        verified.clear();
      }
    }
    verified.put(token, new Verified(within(identity, null), end.isBefore(until) ? end : until));
  }
}
