package hotline.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenTest {
  @Test
  void the_actor_is_what_the_token_says() {
    String token =
        TestTokens.of("8d1c", Role.CLERK, Role.UNIT_LEADER)
            .unit("cg", "/center/cg")
            .grid("/3702/370281")
            .claim("preferred_username", "clerk")
            .otherRoles("default-roles-hotline", "offline_access")
            .token();
    given()
        .auth()
        .oauth2(token)
        .get("/api/things/me")
        .then()
        .statusCode(200)
        .body("userId", equalTo("8d1c"))
        .body("login", equalTo("clerk"))
        .body("roles", containsInAnyOrder("clerk", "unit-leader"))
        .body("unitId", equalTo("cg"))
        .body("unitPath", equalTo("/center/cg"))
        .body("gridPath", equalTo("/3702/370281"));
  }

  @Test
  void a_token_without_unit_has_none() {
    given()
        .auth()
        .oauth2(TestTokens.of("8d1c", Role.ANALYST).token())
        .get("/api/things/me")
        .then()
        .statusCode(200)
        .body("unitId", nullValue())
        .body("unitPath", nullValue())
        .body("gridPath", nullValue());
  }

  static Stream<String> badTokens() {
    return Stream.of(
        TestTokens.of("x", Role.CLERK)
            .expiredAt(Instant.now().minus(Duration.ofMinutes(10)))
            .token(),
        TestTokens.of("x", Role.CLERK).claim("aud", "another-service").token(),
        TestTokens.of("x", Role.CLERK).claim("aud", null).token(),
        TestTokens.of("x", Role.CLERK).claim("aud", List.of("account", "console")).token(),
        TestTokens.of("x", Role.CLERK)
            .claim("iss", "https://elsewhere.test/realms/hotline")
            .token(),
        TestTokens.of("x", Role.SYSTEM_ADMIN).unsigned(),
        TestTokens.of("x", Role.CLERK).tampered(),
        "rubbish",
        "a.b.c");
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void a_token_that_is_no_good_is_401(String token) {
    given()
        .auth()
        .oauth2(token)
        .get("/api/things/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("code", equalTo("not-signed-in"));
  }

  @Test
  void no_token_is_401_and_logged() {
    try (LogLines log = new LogLines("hotline.access.denied")) {
      given().get("/api/things/me").then().statusCode(401).body("code", equalTo("not-signed-in"));
      assertThat(log.all()).contains("Denied 401 not-signed-in: GET /desk/api/things/me by nobody");
    }
  }

  @Test
  void a_role_that_is_not_allowed_is_403_before_the_body_is_looked_at_and_logged() {
    try (LogLines log = new LogLines("hotline.access.denied")) {
      given()
          .auth()
          .oauth2(
              TestTokens.of("u-17", Role.CLERK)
                  .unit("cg", "/center/cg")
                  .claim("name", "某人")
                  .token())
          .contentType("application/json")
          .body("[]")
          .post("/api/things?phone=13800000000")
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("code", equalTo("forbidden"));
      assertThat(log.all())
          .contains("Denied 403 forbidden: POST /desk/api/things by u-17 unit=cg roles=clerk")
          .doesNotContain("13800000000", "某人");
    }
  }

  @Test
  void a_forged_unit_is_403_and_logged() {
    try (LogLines log = new LogLines("hotline.access.denied")) {
      String clerk = TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "u-18");
      given()
          .auth()
          .oauth2(clerk)
          .queryParam("unit", "/center/cg/cg-1")
          .get("/api/things/of-unit")
          .then()
          .statusCode(200);
      given()
          .auth()
          .oauth2(clerk)
          .queryParam("unit", "/center/zj")
          .get("/api/things/of-unit")
          .then()
          .statusCode(403)
          .body("code", equalTo("other-unit"));
      assertThat(log.all()).contains("Denied 403 other-unit").contains("u-18 unit=cg");
    }
  }

  @Test
  void a_unit_in_the_token_cannot_forge_a_log_line() {
    try (LogLines log = new LogLines("hotline.access.denied")) {
      given()
          .auth()
          .oauth2(
              TestTokens.of("u-19", Role.CLERK).unit("cg\u001b[31mDenied", "/center/cg").token())
          .post("/api/things")
          .then()
          .statusCode(403);
      assertThat(log.all()).contains("\\u001b[31mDenied").doesNotContain("\u001b");
    }
  }

  @Test
  void public_endpoints_need_no_token() {
    given().get("/api/things").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }
}
