package hotline.reporting;

import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import hotline.lifecycle.DirectoryEntry;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;

/** For each operation of the interface a question that has an answer. */
final class ApiExamples {
  private static final String CASE_NO = "2609020000017";
  private static final String HEADLINE = "/reporting/api/headline";
  private static final String CASES = "/reporting/api/cases";

  private ApiExamples() {}

  static Examples inAMonthOfItsOwn() throws Exception {
    if (!isKnown()) {
      writeTheCase();
      await().atMost(Duration.ofSeconds(60)).until(ApiExamples::isKnown);
    }
    return new Examples(
        september("GET " + CASES).with("list", "accepted").showing(CASE_NO),
        september("GET " + CASES + "/export.csv").with("unit", "cg").showing(CASE_NO),
        Example.of("GET " + CASES + "/{caseIdOrNo}/timeline")
            .with("caseIdOrNo", CASE_NO)
            .showing("hotline.case.registered.v1"),
        Example.of("GET /reporting/api/daily-report")
            .with("date", "2025-01-15")
            .showing("\"flow\":\"REGISTERED\""),
        Example.of("GET /reporting/api/daily-report/cases")
            .with("date", "2026-09-02")
            .with("flow", "REGISTERED")
            .showing(CASE_NO),
        september("GET " + HEADLINE).with("unit", "cg").showing("\"accepted\":1"),
        september("GET " + HEADLINE + "/by-unit").showing("\"cg\""),
        september("GET " + HEADLINE + "/stream").with("unit", "cg").showing("\"accepted\":1"));
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
