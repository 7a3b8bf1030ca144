package hotline.access.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.localservers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseAwayTest {
  PostgresServer server;

  @Test
  void while_the_database_is_away_commands_are_503_and_work_again_after() throws Exception {
    register().then().statusCode(201);
    server.kill();
    try {
      for (int i = 0; i < 3; i++) {
        register()
            .then()
            .statusCode(503)
            .contentType("application/problem+json")
            .header("Retry-After", "2")
            .body("code", equalTo("unavailable"));
      }
      given().get("/api/things/" + UUID.randomUUID()).then().statusCode(503);
    } finally {
      server.start();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> register().statusCode() == 201);
  }

  private static Response register() {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(Role.OPERATOR))
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body("{\"title\":\"" + UUID.randomUUID() + "\",\"count\":1}")
        .post("/api/things");
  }
}
