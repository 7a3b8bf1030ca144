package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the log is read: once, past what cannot be read, and live. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class ReadingTest extends OverTheLog {

  @Test
  void a_case_that_arrives_again_changes_nothing() throws Exception {
    LoopOfFacts loop =
        loop("2604020000017", "cg", Instant.parse("2026-04-02T01:00:00Z"))
            .closed(Solved.YES, Answer.YES);
    log.write(loop.facts());
    log.write(loop.facts());
    LoopOfFacts marker =
        new LoopOfFacts("2604020000025", "cg", Instant.parse("2026-04-02T02:00:00Z")).accepted();
    tell(marker);
    awaitTold(loop);
    as(Role.LEADER)
        .get("/api/headline?from=2026-04-01&to=2026-05-01")
        .then()
        .body("closed", equalTo(1))
        .body("rates.responded.numerator", equalTo(1));
  }

  @Test
  void a_poison_record_parks_its_case_and_the_others_go_on() throws Exception {
    Instant may = Instant.parse("2026-05-04T01:00:00Z");
    LoopOfFacts parked = new LoopOfFacts("2605040000017", "cg", may).accepted();
    log.write(parked.facts());
    awaitAccepted("2026-05-01", "2026-06-01", 1);
    log.writeRaw(parked.caseId().toString(), "not an event".getBytes(StandardCharsets.UTF_8));
    int before = parked.facts().size();
    parked.dispatched();
    log.write(parked.facts().subList(before, parked.facts().size()));
    log.write(new LoopOfFacts("2605040000025", "cg", may).accepted().facts());
    awaitAccepted("2026-05-01", "2026-06-01", 2);

    String key = parked.caseId().toString();
    await()
        .untilAsserted(
            () ->
                as(Role.SYSTEM_ADMIN)
                    .get("/api/parked-cases/" + key)
                    .then()
                    .statusCode(200)
                    .body("records", hasSize(3)));
    as(Role.LEADER)
        .get("/api/cases/2605040000017/timeline")
        .then()
        .body("entries", hasSize(before));
    Object poison = as(Role.SYSTEM_ADMIN).get("/api/parked-cases/" + key).path("records[0].id");
    as(Role.SYSTEM_ADMIN)
        .header("Idempotency-Key", "set-aside-1")
        .contentType("application/json")
        .body("{\"reason\":\"written by hand\"}")
        .post("/api/parked-cases/" + key + "/records/" + poison + "/set-aside")
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    as(Role.SYSTEM_ADMIN)
        .header("Idempotency-Key", "redrive-1")
        .contentType("application/json")
        .post("/api/parked-cases/" + key + "/redrive")
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    as(Role.LEADER)
        .get("/api/cases/2605040000017/timeline")
        .then()
        .body("status", equalTo("DISPATCHED"))
        .body("entries", hasSize(parked.facts().size()));
  }

  @Test
  void live_numbers_end_with_the_token_of_their_listener() throws Exception {
    String base = io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port;
    String token =
        TestTokens.of("leader-for-a-moment", Role.LEADER)
            .unit("center", "/center")
            .expiredAt(Instant.now().plusSeconds(4))
            .token();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(base + "/reporting/api/headline/stream?from=1999-01-01&to=1999-02-01"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<Stream<String>> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    assertThat(stream.statusCode()).isEqualTo(200);
    // The last line is the end: a stream that went on would never have one.
    try (Stream<String> lines = stream.body()) {
      var ended = java.util.concurrent.CompletableFuture.supplyAsync(lines::toList);
      assertThat(ended.get(20, java.util.concurrent.TimeUnit.SECONDS))
          .anyMatch(line -> line.startsWith("data:"));
    }
  }

  @Test
  void numbers_arrive_live() throws Exception {
    String base = io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port;
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(base + "/reporting/api/headline/stream?from=2026-07-01&to=2026-08-01"))
            .header("Authorization", "Bearer " + TestTokens.forRole(Role.LEADER))
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<Stream<String>> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    assertThat(stream.statusCode()).isEqualTo(200);
    log.write(
        new LoopOfFacts("2607020000017", "cg", Instant.parse("2026-07-02T01:00:00Z"))
            .accepted()
            .facts());
    try (Stream<String> lines = stream.body()) {
      assertThat(
              lines
                  .filter(line -> line.startsWith("data:") && line.contains("\"accepted\":1"))
                  .findFirst())
          .isPresent();
    }
  }
}
