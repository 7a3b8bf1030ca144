package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What happened on a day, from a real log. The facts of a loop come an hour apart, the first after
 * an hour.
 */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class DailyReportTest {

  private static final String DAY = "2025-09-15";

  private static TheLog log;

  @BeforeAll
  static void openLog() {
    log = new TheLog(ReportingServers.servers().kafka().bootstrapServers());
  }

  @Test
  void a_day_counts_what_happened_on_it_and_stands_beside_the_day_and_the_week_before()
      throws Exception {
    log.write(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
    LoopOfFacts closed =
        new LoopOfFacts("2509150000011", "cg", Instant.parse("2025-09-14T15:00:00Z"))
            .accepted()
            .dispatched()
            .missed()
            .replied(true)
            .completed()
            .closed(Solved.PARTLY, Answer.NO);
    LoopOfFacts lastSecond =
        new LoopOfFacts("2509140000023", "cg", Instant.parse("2025-09-14T14:59:59Z")).accepted();
    LoopOfFacts answered =
        new LoopOfFacts("2509150000035", "cg", Instant.parse("2025-09-15T01:00:00Z"))
            .answeredDirectly();
    LoopOfFacts weekBefore =
        new LoopOfFacts("2509080000047", "cg", Instant.parse("2025-09-08T04:00:00Z")).registered();
    LoopOfFacts otherDay =
        new LoopOfFacts("2509120000059", "cg", Instant.parse("2025-09-12T04:00:00Z")).accepted();
    for (LoopOfFacts one : new LoopOfFacts[] {closed, lastSecond, answered, weekBefore, otherDay}) {
      log.write(one.facts());
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonPath report = report(as(Role.LEADER), DAY);
              flow(report, "REGISTERED", 2, 1, 1);
              flow(report, "ACCEPTED", 2 + 1, 0, 0);
              flow(report, "ANSWERED_DIRECT", 1, 0, 0);
              flow(report, "DISPATCHED", 1, 0, 0);
              flow(report, "OVERDUE", 1, 0, 0);
              flow(report, "REPLIED", 1, 0, 0);
              flow(report, "CLOSED", 1, 0, 0);
              flow(report, "WITHDRAWN", 0, 0, 0);
            });
    JsonPath report = report(as(Role.LEADER), DAY);
    for (Map<String, Object> flow : report.<Map<String, Object>>getList("flows")) {
      as(Role.LEADER)
          .get("/api/daily-report/cases?date=" + DAY + "&flow=" + flow.get("flow"))
          .then()
          .statusCode(200)
          .body("count", equalTo(flow.get("count")))
          .body("items", hasSize((int) flow.get("count")));
    }
    as(Role.LEADER).get("/api/daily-report/cases?flow=nothing").then().statusCode(400);
    assertThat(report.getInt("issue")).isEqualTo(258);
    assertThat(report.getFloat("ratings.solved.numerator")).isEqualTo(0.5f);
    assertThat(report.getInt("ratings.solved.denominator")).isEqualTo(1);
    assertThat(report.getFloat("ratings.satisfied.value")).isZero();
    Map<String, Object> category = report.getMap("categories[0]");
    assertThat(category)
        .containsEntry("code", "010201")
        .containsEntry("registered", 2)
        .containsEntry("dayBefore", 1);
    Map<String, Object> unit = report.getMap("units[0]");
    assertThat(unit)
        .containsEntry("name", "城市管理局")
        .containsEntry("closed", 1)
        .containsEntry("overdue", 1);
    assertThat(
            as(Role.LEADER)
                .get("/api/headline?from=2025-09-15&to=2025-09-16")
                .jsonPath()
                .getInt("accepted"))
        .as("accepted on the day, in the report and in the cockpit")
        .isEqualTo(3);
  }

  @Test
  void a_day_on_which_nothing_happened_has_its_report_too() {
    JsonPath report = report(as(Role.SUPERVISOR), "2024-02-29");
    assertThat(report.getList("flows.count", Integer.class)).hasSize(15).containsOnly(0);
    assertThat(report.getString("ratings.satisfied.reason")).isEqualTo("no_cases");
    assertThat(report.getString("ratings.satisfied.value")).isNull();
    assertThat(report.getList("categories")).isEmpty();
    assertThat(report.getList("units")).isEmpty();
  }

  @Test
  void the_ledger_of_a_day_that_has_ended_is_as_it_was_known_then() throws Exception {
    // Registered at 22:00, accepted at 23:00 and dispatched at midnight.
    LoopOfFacts one =
        new LoopOfFacts("2303010000017", "cg", Instant.parse("2023-03-01T13:00:00Z"))
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .closed(Solved.YES, Answer.YES);
    log.write(one.facts());
    String march = "/api/cases/export.csv?from=2023-03-01&to=2023-04-01";
    await().atMost(Duration.ofSeconds(30)).until(() -> ledger(march).contains(",CLOSED,"));

    String first = ledger(march + "&asOf=2023-03-01");
    assertThat(first).contains("2303010000017").contains(",PENDING_DISPATCH,").doesNotContain("cg");
    assertThat(ledger(march + "&asOf=2023-02-28").lines()).hasSize(1);
    assertThat(ledger(march + "&asOf=2023-03-02")).isEqualTo(ledger(march));
    assertThat(ledger(march + "&asOf=2023-03-01&unit=cg").lines()).hasSize(1);
    assertThat(ledger(march + "&asOf=2023-03-02&unit=cg").lines()).hasSize(2);
    as(Role.ANALYST).get(march + "&asOf=2099-01-01").then().statusCode(400);
  }

  private static String ledger(String path) {
    return as(Role.ANALYST).get(path).then().statusCode(200).extract().asString();
  }

  @Test
  void whose_token_names_a_grid_reads_of_that_grid_alone() throws Exception {
    log.write(
        new LoopOfFacts("2509200000016", "cg", Instant.parse("2025-09-20T02:00:00Z"))
            .in("370282001", "/3702/370282/370282001")
            .accepted()
            .facts());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> flow(report(as(Role.LEADER), "2025-09-20"), "REGISTERED", 1, 0, 0));

    RequestSpecification elsewhere =
        token(TestTokens.of("leader-of-one", Role.LEADER).grid("/3702/370281").token());
    flow(report(elsewhere, "2025-09-20"), "REGISTERED", 0, 0, 0);
    RequestSpecification there =
        token(TestTokens.of("leader-of-another", Role.LEADER).grid("/3702/370282").token());
    flow(report(there, "2025-09-20"), "REGISTERED", 1, 0, 0);
  }

  @Test
  void a_day_to_come_and_what_is_no_day_are_refused() {
    for (String date : new String[] {"9999-01-01", "2025-02-30", "yesterday"}) {
      as(Role.LEADER)
          .get("/api/daily-report?date=" + date)
          .then()
          .statusCode(400)
          .header("Content-Type", startsWith("application/problem+json"));
    }
    as(Role.CLERK).get("/api/daily-report").then().statusCode(403);
  }

  private static JsonPath report(RequestSpecification reader, String date) {
    return reader.get("/api/daily-report?date=" + date).then().statusCode(200).extract().jsonPath();
  }

  private static void flow(JsonPath report, String flow, int count, int dayBefore, int weekBefore) {
    Map<String, Object> counted = report.getMap("flows.find { it.flow == '" + flow + "' }");
    assertThat(counted)
        .as(flow)
        .containsEntry("count", count)
        .containsEntry("dayBefore", dayBefore)
        .containsEntry("weekBefore", weekBefore);
  }

  private static RequestSpecification as(Role role) {
    return token(TestTokens.forRole(role));
  }

  private static RequestSpecification token(String token) {
    return given().basePath("/reporting").auth().oauth2(token);
  }
}
