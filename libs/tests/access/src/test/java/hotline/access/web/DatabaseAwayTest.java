package hotline.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.localservers.PostgresServer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseAwayTest {
  PostgresServer server;
  @Inject AgroalDataSource pool;

  /** The next class meets no connection that the killed server has left. */
  @AfterEach
  void leave_no_dead_connection() {
    pool.flush(AgroalDataSource.FlushMode.ALL);
  }

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

  @Test
  void a_crash_in_the_middle_leaves_neither_the_change_nor_its_answer() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = "{\"title\":\"" + UUID.randomUUID() + "\",\"count\":1}";
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Response> first = threads.submit(() -> post("/api/things/slow", key, body));
      assertThat(ThingResource.ENTERED.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      // The thing is inserted, the answer is not yet.
      server.kill();
      ThingResource.MAY_LEAVE.release();
      assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    } finally {
      server.start();
      threads.shutdownNow();
    }
    // The title is unique: were the first attempt half kept, this would be a conflict or a replay.
    ThingResource.MAY_LEAVE.release(50);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> post("/api/things/slow", key, body), answer -> answer.statusCode() != 503)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", nullValue());
    post("/api/things/slow", key, body)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true");
    ThingResource.MAY_LEAVE.drainPermits();
    ThingResource.ENTERED.drainPermits();
  }

  private static Response post(String path, String key, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(Role.OPERATOR))
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
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
