package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Solved;
import hotline.reporting.daily.EditionJob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers that can be defended: their definitions with the lists, and the editions of the days. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class EditionTest {

  private static final String DAY = "2025-10-19";
  private static final String EDITION = "/api/daily-reports/" + DAY;

  private static TheLog log;

  @Inject EditionJob job;

  @BeforeAll
  static void openLog() throws Exception {
    log = new TheLog(ReportingServers.servers().kafka().bootstrapServers());
    log.write(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
  }

  @Test
  void the_report_of_a_day_is_frozen_on_the_morning_after_and_signed() throws Exception {
    // The hotline has worked before that day.
    log.write(
        new LoopOfFacts("2510170000011", "cg", Instant.parse("2025-10-17T02:00:00Z"))
            .registered()
            .facts());
    log.write(
        new LoopOfFacts("2510190000011", "cg", Instant.parse("2025-10-18T16:00:00Z"))
            .accepted()
            .dispatched()
            .facts());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> registered(report("/api/daily-report?date=" + DAY).getMap("")) == 1);

    // Nothing is frozen before the log is known to be read.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> report("/api/daily-report?date=" + DAY).getBoolean("complete"));
    // It is asked at 07:59 and at 08:00 of the city.
    job.makeDue(Instant.parse("2025-10-19T23:59:59Z"));
    as(Role.LEADER).get(EDITION).then().statusCode(404);
    assertThat(job.makeDue(Instant.parse("2025-10-20T00:00:00Z"))).isEqualTo(1);
    assertThat(job.makeDue(Instant.parse("2025-10-20T00:00:01Z"))).isZero();
    as(Role.ANALYST)
        .get(EDITION)
        .then()
        .statusCode(200)
        .body("year", equalTo(2025))
        .body("issue", equalTo(292))
        .body("byHand", equalTo(false))
        .body("casesWaiting", equalTo(0))
        .body("signedName", nullValue())
        .body("compared", equalTo(true))
        .body("corrected", hasSize(0))
        .body("ratingsNow", nullValue());
    // Of days on which nothing happened there are editions too.
    as(Role.LEADER)
        .get("/api/daily-reports?limit=200")
        .then()
        .statusCode(200)
        .body("items.date", hasItem("2025-10-18"));

    // What is told later belongs to its day and is seen beside what was frozen.
    log.write(
        new LoopOfFacts("2510190000023", "cg", Instant.parse("2025-10-19T02:00:00Z"))
            .registered()
            .facts());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> registered(report("/api/daily-report?date=" + DAY).getMap("")) == 2);
    JsonPath edition = report(EDITION);
    assertThat(registered(edition.getMap("report"))).isEqualTo(1);
    Map<String, Object> corrected = edition.getMap("corrected.find { it.flow == 'REGISTERED' }");
    assertThat(corrected)
        .containsEntry("count", 1)
        .containsEntry("countNow", 2)
        .containsEntry("added", 1)
        .containsEntry("removed", 0)
        .containsEntry("addedCases", List.of("2510190000023"));
    as(Role.LEADER)
        .get(EDITION + "/cases?flow=REGISTERED")
        .then()
        .statusCode(200)
        .body("count", equalTo(1))
        .body("items.caseNo", equalTo(List.of("2510190000011")));

    staysAsItIs();
    sign("\"9\"").then().statusCode(412);
    sign("\"0\"").then().statusCode(200).body("signedName", equalTo("演示 leader"));
    sign("\"1\"").then().statusCode(409).body("code", equalTo("edition-signed"));
    staysAsItIs();
    assertThat(report(EDITION).getString("signedName")).isEqualTo("演示 leader");
    assertThat(registered(report(EDITION).getMap("report"))).isEqualTo(1);
    assertThat(text(as(Role.LEADER).get(EDITION + "/report.docx").asByteArray()))
        .contains("12345热线日报", "2025年第292期", "签发：演示 leader", "登记");
  }

  /** What a definition says: a rating counts each time it is recorded, a case once a day. */
  @Test
  void a_case_that_is_rated_twice_on_a_day_is_twice_in_the_ratings_of_that_day() throws Exception {
    log.write(
        new LoopOfFacts("2510250000011", "cg", Instant.parse("2025-10-24T16:00:00Z"))
            .answeredDirectly()
            .noHelp()
            .dispatched()
            .replied(false)
            .completed()
            .closed(Solved.YES, Answer.YES)
            .facts());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonPath report = report("/api/daily-report?date=2025-10-25");
              assertThat(report.getInt("ratings.satisfied.denominator")).isEqualTo(2);
              assertThat(report.getInt("ratings.satisfied.numerator")).isEqualTo(1);
              assertThat(registered(report.getMap(""))).isEqualTo(1);
            });
  }

  @Test
  void an_edition_waits_for_a_case_that_is_parked() throws Exception {
    LoopOfFacts parked =
        new LoopOfFacts("2510170000029", "cg", Instant.parse("2025-10-17T03:00:00Z")).registered();
    log.write(parked.facts());
    String key = parked.caseId().toString();
    log.writeRaw(key, "not an event".getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> as(Role.SYSTEM_ADMIN).get("/api/parked-cases/" + key).statusCode() == 200);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> job.makeDue(Instant.parse("2025-10-22T00:00:00Z")))
                    .hasMessageContaining("cases-wait: 1 cases"));
    Object poison = as(Role.SYSTEM_ADMIN).get("/api/parked-cases/" + key).path("records[0].id");
    act(Role.SYSTEM_ADMIN)
        .body("{\"reason\":\"written by hand\"}")
        .post("/api/parked-cases/" + key + "/records/" + poison + "/set-aside")
        .then()
        .statusCode(lessThan(300));
  }

  /** The table refuses it, whoever asks. */
  private static void staysAsItIs() throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      for (String change :
          List.of(
              "UPDATE daily_edition SET made_by = 'x'",
              "UPDATE daily_edition SET as_of = as_of + interval '1 day'",
              "DELETE FROM daily_edition",
              "UPDATE daily_edition_list SET case_nos = '{}'",
              "DELETE FROM daily_edition_list",
              "TRUNCATE daily_edition, daily_edition_list")) {
        assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("does not change");
      }
    }
  }

  private static io.restassured.response.Response sign(String version) {
    return act(Role.LEADER).header("If-Match", version).post(EDITION + "/signature");
  }

  private static String text(byte[] docx) throws Exception {
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx));
    while (!"word/document.xml".equals(zip.getNextEntry().getName())) {
      zip.closeEntry();
    }
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(zip.readAllBytes()))
        .getDocumentElement()
        .getTextContent();
  }

  @Test
  void an_edition_is_of_the_whole_city_and_of_a_day_that_is_over_not_long_ago() {
    for (String date : List.of("2020-01-01", "2999-01-01")) {
      act(Role.SHIFT_LEAD)
          .body("{\"date\":\"" + date + "\"}")
          .post("/api/daily-reports")
          .then()
          .statusCode(409)
          .body("code", equalTo("edition-day"));
    }
    act(Role.LEADER).body("{}").post("/api/daily-reports").then().statusCode(400);
    act(Role.ANALYST)
        .body("{\"date\":\"2020-01-01\"}")
        .post("/api/daily-reports")
        .then()
        .statusCode(403);
    as(Role.LEADER).get("/api/daily-reports/2025-02-30").then().statusCode(400);
    token(TestTokens.of("leader-of-a-grid", Role.LEADER).grid("/3702/370281").token())
        .get("/api/daily-reports")
        .then()
        .statusCode(403)
        .body("code", equalTo("limited-to-grid"));
  }

  /** Each list that a definition names has as many cases as the number says. */
  @Test
  void the_lists_of_a_definition_are_those_of_its_numbers() throws Exception {
    LoopOfFacts[] cases = {
      loop("2511030000018", 3).closed(Solved.YES, Answer.YES),
      loop("2511030000026", 3).closed(Solved.PARTLY, Answer.NO),
      loop("2511030000034", 4).closed(Solved.NO, Answer.UNKNOWN),
      loop("2511030000042", 4).closed(Solved.NOT_BY_POLICY, Answer.YES),
      loop("2511030000059", 5).closed(Solved.UNKNOWN, Answer.UNKNOWN),
      loop("2511030000067", 5).closed(Solved.YES, Answer.YES).excluded(),
      new LoopOfFacts("2511030000075", "cg", Instant.parse("2025-11-06T02:00:00Z")).accepted(),
      new LoopOfFacts("2511030000083", "cg", Instant.parse("2025-11-06T03:00:00Z"))
          .answeredDirectly()
    };
    for (LoopOfFacts one : cases) {
      log.write(one.facts());
    }
    String november = "?from=2025-11-01&to=2025-12-01";
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonPath headline = report("/api/headline" + november);
              assertThat(headline.getInt("accepted")).isEqualTo(cases.length);
              assertThat(headline.getInt("excluded")).isEqualTo(1);
              assertThat(headline.getInt("rates.solved.unknown")).isEqualTo(1);
            });
    JsonPath headline = report("/api/headline" + november);
    for (String rate : List.of("responded", "solved", "satisfied", "direct", "excluded")) {
      String of = "rates." + rate + ".";
      String code = headline.getString(of + "code");
      int partly = headline.get(of + "partly") == null ? 0 : headline.getInt(of + "partly");
      int numerator = Math.round(headline.getFloat(of + "numerator") + partly / 2f);
      counted(november, code, "NUMERATOR", numerator);
      counted(november, code, "DENOMINATOR", headline.getInt(of + "denominator"));
      counted(november, code, "UNKNOWN", headline.getInt(of + "unknown"));
      int leftOut =
          List.of("excluded", "notScored").stream()
              .mapToInt(name -> headline.get(of + name) == null ? 0 : headline.getInt(of + name))
              .sum();
      counted(november, code, "LEFT_OUT", leftOut);
    }
    counted(
        november,
        "case.close.v1",
        "NUMERATOR",
        headline.getInt("closed") - headline.getInt("excluded"));
    counted(november, "case.close.v1", "DENOMINATOR", 7);
    counted(november, "case.close.v1", "LEFT_OUT", 1);
    counted(november, "case.open.v1", "NUMERATOR", headline.getInt("open"));
    counted(november, "case.satisfied.v1", "NUMERATOR", headline.getInt("satisfied"));
  }

  private static void counted(String period, String code, String part, int number) {
    JsonPath definitions = report("/api/definitions");
    List<String> lists =
        definitions.getList(
            "items.find { it.code == '"
                + code
                + "' }.lists.findAll { it.part == '"
                + part
                + "' }.list");
    int sum =
        lists.stream()
            .mapToInt(list -> report("/api/cases" + period + "&list=" + list).getInt("count"))
            .sum();
    assertThat(sum).as("%s %s %s", code, part, lists).isEqualTo(number);
  }

  private static LoopOfFacts loop(String caseNo, int day) {
    return new LoopOfFacts(caseNo, "cg", Instant.parse("2025-11-0" + day + "T02:00:00Z"))
        .accepted()
        .dispatched()
        .replied(false)
        .completed();
  }

  private static int registered(Map<String, Object> report) {
    return ((List<?>) report.get("flows"))
        .stream()
            .map(flow -> (Map<?, ?>) flow)
            .filter(flow -> "REGISTERED".equals(flow.get("flow")))
            .mapToInt(flow -> (int) flow.get("count"))
            .findFirst()
            .orElseThrow();
  }

  private static JsonPath report(String path) {
    return as(Role.LEADER).get(path).then().statusCode(200).extract().jsonPath();
  }

  private static RequestSpecification act(Role role) {
    return as(role)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static RequestSpecification as(Role role) {
    return token(TestTokens.forRole(role));
  }

  private static RequestSpecification token(String token) {
    return given().basePath("/reporting").auth().oauth2(token);
  }
}
