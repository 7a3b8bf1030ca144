package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Fact;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** Tells a real log what happened, and asks over HTTP what became of it. */
abstract class OverTheLog {

  static TheLog log;

  @BeforeAll
  static void openLog() {
    log = new TheLog(ReportingServers.servers().kafka().bootstrapServers());
  }

  static String text(Statement sql, String query) throws Exception {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  static void awaitUnit(String code) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> as(Role.LEADER).get("/api/headline?unit=" + code).then().statusCode(200));
  }

  static LoopOfFacts loop(String caseNo, String unit, Instant start) {
    return new LoopOfFacts(caseNo, unit, start).accepted().dispatched().replied(false).completed();
  }

  /** Writes the facts of these cases to the log and waits until all of them were read. */
  static void tell(LoopOfFacts... loops) throws Exception {
    List<Fact> facts = new ArrayList<>();
    for (LoopOfFacts loop : loops) {
      facts.addAll(loop.facts());
    }
    log.write(facts);
    for (LoopOfFacts loop : loops) {
      awaitTold(loop);
    }
  }

  static void awaitTold(LoopOfFacts loop) {
    String told = "SELECT count(*) FROM timeline_entry WHERE case_id = '" + loop.caseId() + "'";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(rows(told)).isEqualTo(loop.facts().size()));
  }

  static void awaitAccepted(String from, String to, int accepted) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                as(Role.LEADER)
                    .get("/api/headline?from=" + from + "&to=" + to)
                    .then()
                    .body("accepted", equalTo(accepted)));
  }

  static void awaitCount(String list, String count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> as(Role.LEADER).get(list).then().body("count", equalTo(Integer.parseInt(count))));
  }

  static void numbersOfJanuary(int closed, int open, int reopened) {
    as(Role.LEADER)
        .get("/api/headline?from=2026-01-01&to=2026-02-01")
        .then()
        .statusCode(200)
        .body("closed", equalTo(closed))
        .body("open", equalTo(open))
        .body("reopened", equalTo(reopened))
        .body("satisfied", equalTo(closed))
        .body("rates.solved.denominator", equalTo(closed));
    Map<String, Integer> lists =
        Map.of("closed", closed, "open", open, "reopened", reopened, "solved", closed);
    lists.forEach(
        (list, count) ->
            as(Role.LEADER)
                .get("/api/cases?from=2026-01-01&to=2026-02-01&list=" + list)
                .then()
                .statusCode(200)
                .body("count", equalTo(count))
                .body("items", hasSize(count)));
  }

  static Integer waited(String caseNo) {
    return as(Role.LEADER)
        .get("/api/cases/" + caseNo + "/timeline")
        .jsonPath()
        .get("elapsedWorkDays");
  }

  /** Two answers that differ in nothing but when they were given. */
  static String withoutAge(String json) {
    return json.replaceAll("\"asOf\":\"[^\"]*\"", "");
  }

  static long rows(String count) throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(count)) {
      row.next();
      return row.getLong(1);
    }
  }

  static RequestSpecification as(Role role) {
    return token(TestTokens.forRole(role));
  }

  static RequestSpecification token(String token) {
    return given().basePath("/reporting").auth().oauth2(token);
  }
}
