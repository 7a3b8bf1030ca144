package hotline.access.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** In a running service it is the remembering verifier that the framework asks. */
@QuarkusTest
class RememberedTokenTest {

  @Inject VerifiedTokens tokens;

  @Test
  void a_token_that_came_with_a_request_is_remembered() {
    String token = TestTokens.forRole(Role.OPERATOR);
    assertThat(tokens.remembers(token)).isFalse();

    given().auth().oauth2(token).get("/api/things/me").then().statusCode(200);

    assertThat(tokens.remembers(token)).isTrue();
  }

  @Test
  void a_token_that_was_refused_is_not_remembered() {
    String token = TestTokens.forRole(Role.OPERATOR) + "x";

    given().auth().oauth2(token).get("/api/things/me").then().statusCode(401);

    assertThat(tokens.remembers(token)).isFalse();
  }
}
