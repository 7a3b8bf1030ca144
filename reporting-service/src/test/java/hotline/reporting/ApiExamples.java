package hotline.reporting;

import static hotline.access.Role.ANALYST;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import hotline.lifecycle.DirectoryEntry;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** For each operation of the interface a question that has an answer. */
final class ApiExamples {
  private static final String EDITIONS = "/reporting/api/daily-reports";
  private static final String CASE_NO = "2609020000017";
  private static final String HEADLINE = "/reporting/api/headline";
  private static final String CASES = "/reporting/api/cases";

  private static final String RANKINGS = "/reporting/api/rankings";
  private static final String OBJECTIONS = "/reporting/api/ranking-objections";
  private static final String RULES = "/reporting/api/ranking-rules";
  private static final String OF_CG = "\"unitId\":\"cg\"";
  private static final String RULE =
      """
      {"preset":"three-rates","nameZh":"满意率","nameEn":"Satisfaction","validFrom":"2025-01-01",
       "validTo":"2025-02-01","minCases":30,"shrinkage":30,"checkLimit":"3wd",
       "tiers":[{"code":"all","nameZh":"全部","nameEn":"All","levels":[2,3],"ofAPlace":null,
         "units":["cg"]}],
       "terms":[{"kpi":"eval.satisfied.v2","weight":1,"direction":"HIGHER_IS_BETTER","floor":0,
         "ceiling":1,"transform":"LINEAR"}]}
      """;

  private ApiExamples() {}

  /** One ranking that the units check, with an objection, and a published one. */
  private record Fixture(String inCheck, String published, String objection) {

    static Fixture there() throws Exception {
      String inCheck = find("2026-10-01");
      if (inCheck == null) {
        inCheck = submit("2026-09-01", "2026-10-01");
        publish(submit("2026-09-01", "2026-09-16"));
        act(TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "objector"), 0)
            .body("{\"unitId\":\"cg\",\"words\":\"其中一件不属我单位职责。\"}")
            .post("/api/rankings/" + inCheck + "/objections")
            .then()
            .statusCode(201);
      }
      String objection =
          as(SUBMITTER)
              .get("/api/ranking-objections?ranking=" + inCheck)
              .jsonPath()
              .getString("items[0].objectionId");
      return new Fixture(inCheck, find("2026-09-16"), objection);
    }

    private static String find(String periodTo) {
      return as(SUBMITTER)
          .get("/api/rankings?limit=200")
          .jsonPath()
          .getString("items.find { it.periodTo == '" + periodTo + "' }?.rankingId");
    }

    private static String submit(String from, String to) {
      // Refused while it is not known that the log was read to its end.
      String id =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(
                  () ->
                      act(SUBMITTER, 0)
                          .body(
                              "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"ruleVersion\":0}")
                          .post("/api/rankings"),
                  submitted -> submitted.statusCode() == 201)
              .jsonPath()
              .getString("rankingId");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  "CHECK"
                      .equals(
                          as(SUBMITTER).get("/api/rankings/" + id).jsonPath().getString("status")));
      return id;
    }

    /** Its window is made to be over: no test waits for work days. */
    private static void publish(String rankingId) throws Exception {
      try (Connection database =
              ReportingServers.servers().postgres().connect("reporting", "reporting");
          Statement sql = database.createStatement()) {
        sql.executeUpdate(
            "UPDATE ranking SET check_until = now() - interval '1 minute' WHERE ranking_id = '"
                + rankingId
                + "'");
      }
      act(TestTokens.forRole(Role.SUPERVISOR, "center", "/center", "second"), 1)
          .post("/api/rankings/" + rankingId + "/publication")
          .then()
          .statusCode(200);
    }

    private static final String SUBMITTER =
        TestTokens.forRole(Role.ASSESSMENT_CLERK, "center", "/center", "submitter");

    private static RequestSpecification as(String token) {
      return RestAssured.given().basePath("/reporting").auth().oauth2(token);
    }

    private static RequestSpecification act(String token, long version) {
      return as(token)
          .contentType("application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .header("If-Match", "\"" + version + "\"");
    }
  }

  private static Example cases(String rankingId) {
    return Example.of("GET " + RANKINGS + "/{id}/cases")
        .with("id", rankingId)
        .with("unit", "cg")
        .with("kpi", "case.close.v1")
        .with("part", "denominator")
        .showing(CASE_NO);
  }

  private static Example export(String rankingId) {
    return Example.of("GET " + RANKINGS + "/{id}/export.csv")
        .with("id", rankingId)
        .showing("\"\"cg\"\"");
  }

  /** Whoever may is told that it was changed meanwhile: nothing is done, and the right is seen. */
  private static Example stale(String operation, String id) {
    return Example.of(operation).with("id", id).version(99).passing(412);
  }

  /** Of a copy that is made: past the right. */
  private static Example copied(String act, String id) {
    return Example.of("POST " + RANKINGS + "/{id}/copy/" + act)
        .with("id", id)
        .version(99)
        .passing(409);
  }

  /** Of a rule that is gone: past the right. */
  private static Example proposal(String act) {
    return Example.of("POST " + RULES + "/proposals/{id}/" + act)
        .with("id", "00000000-0000-7000-8000-000000000000")
        .passing(409);
  }

  static Examples inAMonthOfItsOwn() throws Exception {
    if (!isKnown()) {
      writeTheCase();
      await().atMost(Duration.ofSeconds(60)).until(ApiExamples::isKnown);
    }
    Fixture fixture = Fixture.there();
    String one = "GET " + RANKINGS + "/{id}";
    return new Examples(
        Example.of("GET /reporting/api/accounts").with("ids", "submitter,second"),
        Example.of("GET " + RANKINGS),
        september("GET " + RANKINGS + "/preview").showing(OF_CG),
        Example.of("POST " + RANKINGS)
            .json("{\"from\":\"2026-09-01\",\"to\":\"2026-10-01\",\"ruleVersion\":0}")
            .passing(409),
        Example.of(one)
            .with("id", fixture.inCheck())
            .showing(OF_CG)
            .instead(ANALYST, Example.of(one).with("id", fixture.published()).showing(OF_CG)),
        cases(fixture.inCheck()).instead(ANALYST, cases(fixture.published())),
        export(fixture.inCheck()).instead(ANALYST, export(fixture.published())),
        // What others did with it before is past the right.
        Example.of("POST " + RANKINGS + "/{id}/objections")
            .with("id", fixture.inCheck())
            .json("{\"unitId\":\"cg\",\"words\":\"其中一件不属我单位职责。\"}")
            .passing(409),
        copied("again", fixture.inCheck()),
        copied("dropping", fixture.inCheck()),
        stale("POST " + RANKINGS + "/{id}/publication", fixture.inCheck()),
        stale("POST " + RANKINGS + "/{id}/taking-back", fixture.inCheck())
            .json("{\"reason\":\"分档有误\"}"),
        stale("POST " + RANKINGS + "/{id}/erratum", fixture.published())
            .json(
                "{\"reason\":\"LATE_FACTS\",\"words\":\"补记事实。\",\"caseNos\":[\"%s\"]}"
                    .formatted(CASE_NO)),
        stale("POST " + RANKINGS + "/{id}/erratum/publication", fixture.published()),
        stale("POST " + RANKINGS + "/{id}/erratum/dropping", fixture.published()),
        Example.of("GET " + OBJECTIONS).with("ranking", fixture.inCheck()).showing(OF_CG),
        stale("POST " + OBJECTIONS + "/{id}/decision", fixture.objection())
            .json("{\"accepts\":false,\"reason\":\"依据不足\"}"),
        Example.of("GET " + RULES),
        Example.of("POST " + RULES).json(RULE).version(99).passing(412),
        september("POST " + RULES + "/previews").json(RULE).showing("\"unitId\":\"cg\""),
        proposal("confirmation"),
        proposal("dropping"),
        september("GET " + CASES).with("list", "accepted").showing(CASE_NO),
        september("GET " + CASES + "/export.csv").with("unit", "cg").showing(CASE_NO),
        Example.of("GET " + CASES + "/{caseIdOrNo}/timeline")
            .with("caseIdOrNo", CASE_NO)
            .showing("hotline.case.registered.v1"),
        Example.of("GET /reporting/api/daily-report")
            .with("date", "2026-09-02")
            .showing("\"code\":\"010201\""),
        Example.of("GET /reporting/api/daily-report/cases")
            .with("date", "2026-09-02")
            .with("flow", "REGISTERED")
            .showing(CASE_NO),
        Example.of("POST " + EDITIONS).json("{\"date\":\"2020-01-01\"}").passing(409),
        // Of a day that has no edition: past the right.
        edition("GET", "").passing(404),
        edition("GET", "/cases").with("flow", "REGISTERED").passing(404),
        edition("GET", "/report.docx").passing(404),
        edition("POST", "/signature").version(0).passing(404),
        september("GET " + HEADLINE).with("unit", "cg").showing("\"accepted\":1"),
        september("GET " + HEADLINE + "/by-unit").showing("\"cg\""),
        september("GET /reporting/api/staffing").showing("\"start\":\"08:30\""),
        september("GET " + HEADLINE + "/stream").with("unit", "cg").showing("\"accepted\":1"));
  }

  private static Example edition(String method, String what) {
    return Example.of(method + " " + EDITIONS + "/{date}" + what).with("date", "2020-01-01");
  }

  private static Example september(String operation) {
    return Example.of(operation).with("from", "2026-09-01").with("to", "2026-10-01");
  }

  private static void writeTheCase() throws Exception {
    try (TheLog log = new TheLog(ReportingServers.servers().kafka().bootstrapServers())) {
      log.write(
          new DirectoryEntry.Unit(
              "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
      log.write(
          new LoopOfFacts(CASE_NO, "cg", Instant.parse("2026-09-02T01:00:00Z"))
              .accepted()
              .dispatched()
              .facts());
    }
  }

  /** Whole and with its unit: the numbers of the unit have it too. */
  private static boolean isKnown() {
    String headline =
        RestAssured.given()
            .basePath("/reporting")
            .auth()
            .oauth2(TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "clerk"))
            .get("/api/headline?from=2026-09-01&to=2026-10-01&unit=cg")
            .asString();
    return headline.contains("\"accepted\":1");
  }
}
