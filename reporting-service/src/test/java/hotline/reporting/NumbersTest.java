package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is counted, listed and exported, fed by a real log. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class NumbersTest extends OverTheLog {

  @Test
  void the_numbers_the_lists_and_the_timeline_tell_the_same() throws Exception {
    log.write(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("zj", "center", "/center/zj", "住建局", "Housing", 2, null, true));
    Instant march = Instant.parse("2026-03-02T01:00:00Z");
    LoopOfFacts happy = loop("2603020000017", "cg", march).closed(Solved.YES, Answer.YES);
    LoopOfFacts unhappy = loop("2603020000025", "zj", march).closed(Solved.PARTLY, Answer.NO);
    LoopOfFacts silent = loop("2603020000033", "cg", march).closed(Solved.UNKNOWN, Answer.UNKNOWN);
    LoopOfFacts open = new LoopOfFacts("2603020000041", "cg", march).accepted().dispatched();
    LoopOfFacts gone = new LoopOfFacts("2603020000058", "cg", march).accepted().withdrawn();
    tell(happy, unhappy, silent, open, gone);

    as(Role.LEADER)
        .get("/api/headline?from=2026-03-01&to=2026-04-01")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(5))
        .body("closed", equalTo(3))
        .body("open", equalTo(1))
        .body("withdrawn", equalTo(1))
        .body("satisfied", equalTo(1))
        .body("rates.satisfied.numerator", equalTo(1))
        .body("rates.satisfied.denominator", equalTo(2))
        .body("rates.satisfied.unknown", equalTo(1))
        .body("rates.satisfied.value", equalTo(0.5f))
        .body("rates.solved.numerator", equalTo(1.5f))
        .body("rates.solved.denominator", equalTo(2));
    for (String[] number :
        new String[][] {
          {"accepted", "5"}, {"closed", "3"}, {"open", "1"}, {"withdrawn", "1"},
          {"satisfied", "1"}, {"unsatisfied", "1"}, {"unknown", "1"}, {"overdue", "0"}
        }) {
      as(Role.LEADER)
          .get("/api/cases?from=2026-03-01&to=2026-04-01&list=" + number[0])
          .then()
          .statusCode(200)
          .body("count", equalTo(Integer.parseInt(number[1])))
          .body("items", hasSize(Integer.parseInt(number[1])));
    }
    as(Role.LEADER)
        .get("/api/headline/by-unit?from=2026-03-01&to=2026-04-01")
        .then()
        .body("items.find { it.unit == 'cg' }.accepted", equalTo(3))
        .body("items.find { it.unit == 'cg' }.unitName", equalTo("城市管理局"))
        .body("items.find { it.unit == 'zj' }.accepted", equalTo(1));
    as(Role.SUPERVISOR)
        .get("/api/cases/260302-000001-7/timeline")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("entries", hasSize(happy.facts().size()))
        .body("entries[0].zh", equalTo("登记"))
        .body("entries.type", hasItem("hotline.case.closed.v1"))
        .body("outcome.satisfied", equalTo("YES"));
    String csv =
        as(Role.ANALYST).get("/api/cases/export.csv?from=2026-03-01&to=2026-04-01").asString();
    assertThat(csv.lines()).hasSize(6).anyMatch(line -> line.startsWith("2603020000017,"));
  }

  @Test
  void a_case_that_was_reopened_leaves_what_was_closed_and_solved_of_its_period() throws Exception {
    Instant january = Instant.parse("2026-01-12T01:00:00Z");
    LoopOfFacts solved = loop("2601120000011", "cg", january).closed(Solved.YES, Answer.YES);
    LoopOfFacts back = loop("2601120000029", "cg", january).closed(Solved.YES, Answer.YES);
    tell(solved, back.reopened());
    numbersOfJanuary(1, 1, 1);

    LoopOfFacts twice = loop("2601120000037", "cg", january).closed(Solved.YES, Answer.YES);
    tell(twice.reopened().dispatched().replied(false).completed().closed(Solved.YES, Answer.YES));
    numbersOfJanuary(2, 1, 2);
    as(Role.SUPERVISOR)
        .get("/api/cases/2601120000029/timeline")
        .then()
        .body("status", equalTo("REHANDLING"))
        .body("outcome", nullValue())
        .body("entries.zh", hasItem("重开"));
  }

  @Test
  void what_is_beside_a_rate_is_published_and_opens_its_list() throws Exception {
    Instant may = Instant.parse("2027-05-04T01:00:00Z");
    tell(
        loop("2705040000017", "cg", may).closed(Solved.YES, Answer.YES),
        loop("2705040000025", "cg", may).closed(Solved.NOT_BY_POLICY, Answer.YES),
        loop("2705040000033", "cg", may).closed(Solved.NOT_BY_POLICY, Answer.NO),
        loop("2705040000041", "cg", may).closed(Solved.UNKNOWN, Answer.UNKNOWN));
    String month = "?from=2027-05-01&to=2027-06-01";
    as(Role.LEADER)
        .get("/api/headline" + month)
        .then()
        .body("rates.solved.denominator", equalTo(1))
        .body("rates.solved.unknown", equalTo(1))
        .body("rates.solved.excluded", equalTo(2))
        .body("rates.responded.excluded", nullValue());
    for (String[] number :
        new String[][] {
          {"solved-by-policy", "2"}, {"solved-unknown", "1"}, {"responded-unknown", "0"}
        }) {
      awaitCount("/api/cases" + month + "&list=" + number[0], number[1]);
    }
  }

  @Test
  void a_page_behind_the_last_still_says_how_many_there_are() throws Exception {
    Instant june = Instant.parse("2027-06-01T01:00:00Z");
    tell(
        new LoopOfFacts("2706010000017", "cg", june).accepted(),
        new LoopOfFacts("2706010000025", "cg", june.plusSeconds(60)).accepted());
    String list = "/api/cases?from=2027-06-01&to=2027-07-01&limit=1";
    awaitCount(list, "2");
    String second = as(Role.LEADER).get(list).path("nextCursor");
    as(Role.LEADER)
        .get(list + "&cursor=" + second)
        .then()
        .body("items[0].caseNo", equalTo("2706010000017"))
        .body("items[0].categoryName", equalTo("010201"))
        .body("count", equalTo(2))
        .body("nextCursor", nullValue());
    String beforeAll =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("0/" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
    as(Role.LEADER)
        .get(list + "&cursor=" + beforeAll)
        .then()
        .body("items", hasSize(0))
        .body("count", equalTo(2));
  }

  @Test
  void a_file_for_a_spreadsheet_keeps_the_codes_as_they_are() throws Exception {
    tell(new LoopOfFacts("3407010000017", "cg", Instant.parse("2034-07-01T01:00:00Z")).accepted());
    String export = "/api/cases/export.csv?from=2034-07-01&to=2034-08-01";
    byte[] file = as(Role.ANALYST).get(export + "&for=spreadsheet").asByteArray();
    assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains("\"=\"\"3407010000017\"\"\"", "\"=\"\"010201\"\"\"", "\"=\"\"370281001\"\"\"");
    assertThat(as(Role.ANALYST).get(export).asString())
        .startsWith("caseNo,")
        .contains("\r\n3407010000017,", ",010201,370281001,");
    as(Role.ANALYST).get(export + "&for=printing").then().statusCode(400);
  }

  @Test
  void what_cannot_be_answered_is_a_problem_that_says_what_to_do() {
    as(Role.LEADER)
        .get("/api/headline?from=2026-02-30")
        .then()
        .statusCode(400)
        .contentType(containsString("application/problem+json"))
        .body("violations[0].field", equalTo("from"));
    as(Role.LEADER).get("/api/headline?unit=nobody").then().statusCode(400);
    as(Role.LEADER).get("/api/cases?list=nice-ones").then().statusCode(400);
    as(Role.LEADER).get("/api/cases?cursor=xx").then().statusCode(400);
    as(Role.LEADER).get("/api/cases?limit=100000").then().statusCode(400);
    as(Role.LEADER).get("/api/cases/999/timeline").then().statusCode(404);
    as(Role.GRID_OFFICER).get("/api/headline").then().statusCode(403);
    given().basePath("/reporting").get("/api/headline").then().statusCode(401);
    as(Role.LEADER)
        .get("/api/headline?from=1999-01-01&to=1999-02-01")
        .then()
        .body("rates.satisfied.value", nullValue())
        .body("rates.satisfied.reason", equalTo("no_cases"));
    as(Role.ANALYST)
        .get("/api/dictionary")
        .then()
        .statusCode(200)
        .body("count", equalTo(EventType.values().length));
  }

  @Test
  void what_a_fact_changes_is_in_no_index() throws Exception {
    // A column that an index names, be it in its condition, ends the updates that stay on their
    // page.
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      assertThat(
              text(
                  sql,
                  "SELECT string_agg(indexname, ', ') FROM pg_indexes WHERE tablename ="
                      + " 'case_record' AND indexdef ~"
                      + " '\\m(status|rounds|reply_due|first_replied_at|last_replied_at)\\M'"))
          .isNull();
    }
  }
}
