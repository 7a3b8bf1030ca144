package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No reader waits for a second connection while it holds one: the pool has one left here. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class OneConnectionTest {

  private static final String CASE_NO = "2502030000017";
  private static final String MONTH = "?from=2025-02-01&to=2025-03-01";
  // Longer than a calendar is trusted, so that it is asked for; shorter than the pool's patience.
  private static final Duration A_WHILE = Duration.ofMillis(1500);
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  @Inject AgroalDataSource pool;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int size;

  private final List<Connection> taken = new ArrayList<>();

  @BeforeEach
  void aCaseThatWasReplied() throws Exception {
    try (TheLog log = new TheLog(ReportingServers.servers().kafka().bootstrapServers())) {
      log.write(
          new LoopOfFacts(CASE_NO, "cg", Instant.parse("2025-02-03T01:00:00Z"))
              .accepted()
              .dispatched()
              .replied(false)
              .facts());
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> timeline().path("elapsedWorkDays") != null);
    for (int i = 1; i < size; i++) {
      taken.add(pool.getConnection());
    }
  }

  @AfterEach
  void giveBack() throws Exception {
    for (Connection one : taken) {
      one.close();
    }
  }

  @Test
  @Timeout(60)
  void timelines_exports_and_live_numbers_need_one_connection() throws Exception {
    await()
        .during(A_WHILE)
        .atMost(AT_ONCE)
        .untilAsserted(() -> assertThat(timeline().statusCode()).isEqualTo(200));
    await()
        .during(A_WHILE)
        .atMost(AT_ONCE)
        .untilAsserted(
            () -> assertThat(get("/api/cases/export.csv" + MONTH).asString()).contains(CASE_NO));
    HttpRequest live =
        HttpRequest.newBuilder(
                URI.create(
                    RestAssured.baseURI
                        + ":"
                        + RestAssured.port
                        + "/reporting/api/headline/stream"
                        + MONTH))
            .header("Authorization", "Bearer " + TestTokens.forRole(Role.ANALYST))
            .timeout(AT_ONCE)
            .build();
    try (Stream<String> lines =
        HttpClient.newHttpClient().send(live, HttpResponse.BodyHandlers.ofLines()).body()) {
      assertThat(lines.anyMatch(line -> line.contains("\"accepted\":1"))).isTrue();
    }
  }

  private static Response timeline() {
    return get("/api/cases/" + CASE_NO + "/timeline");
  }

  private static Response get(String path) {
    return given().basePath("/reporting").auth().oauth2(TestTokens.forRole(Role.ANALYST)).get(path);
  }
}
