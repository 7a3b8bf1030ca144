package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.calendar.DayOverride;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackAttempted;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LegalHoldPlaced;
import hotline.lifecycle.LegalHoldReason;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.Solved;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SupervisionAnswered;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionOpened;
import hotline.lifecycle.SupervisionReason;
import hotline.lifecycle.SupervisionUrged;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.UrgeForm;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reporting over HTTP, fed by a real log. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class ReportingTest {

  private static TheLog log;

  @BeforeAll
  static void openLog() {
    log = new TheLog(ReportingServers.servers().kafka().bootstrapServers());
  }

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
  void the_share_of_direct_answers_is_of_what_was_registered_and_equals_its_lists()
      throws Exception {
    Instant september = Instant.parse("2028-09-04T01:00:00Z");
    LoopOfFacts rated =
        new LoopOfFacts("2809040000017", "cg", september).answeredDirectly().helped();
    LoopOfFacts waiting = new LoopOfFacts("2809040000025", "cg", september).answeredDirectly();
    LoopOfFacts noHelp =
        new LoopOfFacts("2809040000033", "cg", september).answeredDirectly().noHelp().dispatched();
    LoopOfFacts screened = new LoopOfFacts("2809040000041", "cg", september).registered();
    // Registered on the last day of the month, answered in the next: counted by its registration.
    LoopOfFacts later =
        new LoopOfFacts("2809300000016", "cg", Instant.parse("2028-09-30T14:30:00Z"))
            .answeredDirectly();
    tell(rated, waiting, noHelp, screened, later);

    String month = "?from=2028-09-01&to=2028-10-01";
    as(Role.LEADER)
        .get("/api/headline" + month)
        .then()
        .statusCode(200)
        .body("accepted", equalTo(3))
        .body("closed", equalTo(1))
        .body("open", equalTo(2))
        .body("rates.direct.code", equalTo("intake.direct.v1"))
        .body("rates.direct.numerator", equalTo(3))
        .body("rates.direct.denominator", equalTo(5))
        .body("rates.direct.value", equalTo(0.6f))
        .body("rates.satisfied.denominator", equalTo(1));
    awaitCount("/api/cases" + month + "&list=answered-direct", "3");
    awaitCount("/api/cases" + month + "&list=registered", "5");
    awaitCount("/api/cases" + month + "&list=accepted", "3");
    awaitCount("/api/cases" + month + "&list=open", "2");
    String first =
        as(Role.LEADER)
            .get("/api/cases" + month + "&list=registered&limit=3")
            .then()
            .body("items[0].caseNo", equalTo("2809300000016"))
            .extract()
            .path("nextCursor");
    as(Role.LEADER)
        .get("/api/cases" + month + "&list=registered&limit=3&cursor=" + first)
        .then()
        .body("items", hasSize(2))
        .body("count", equalTo(5));

    // Of a unit it is only what it got: none answered at once, and nothing is divided by nothing.
    as(Role.LEADER)
        .get("/api/headline/by-unit" + month)
        .then()
        .body("items", hasSize(1))
        .body("items[0].unit", equalTo("cg"))
        .body("items[0].accepted", equalTo(1))
        .body("items[0].rates.direct", equalTo(null));
    String grid =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    token(grid)
        .get("/api/headline" + month)
        .then()
        .body("rates.direct.numerator", equalTo(3))
        .body("rates.direct.denominator", equalTo(5))
        .body("accepted", equalTo(3));
    token(grid)
        .get("/api/cases" + month + "&list=answered-direct")
        .then()
        .body("count", equalTo(3));
    as(Role.LEADER)
        .get("/api/headline?from=2028-08-01&to=2028-09-01")
        .then()
        .body("rates.direct.value", equalTo(null))
        .body("rates.direct.reason", equalTo("no_cases"));
    as(Role.SUPERVISOR)
        .get("/api/cases/2809040000033/timeline")
        .then()
        .body("entries.zh", hasItem("直接答复"))
        .body("entries.data.knowledgeItem", hasItem("KB-0123"));
    assertThat(whatTheMigrationCountsAsRegistered()).isEqualTo(registeredByDay());
  }

  private static final String REGISTERED =
      "SELECT string_agg(concat_ws(' ', day, registered), ';' ORDER BY day) FROM headline_day"
          + " WHERE registered > 0";

  private static String registeredByDay() throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      return text(sql, REGISTERED);
    }
  }

  /** Rows of before, counted by the migration as a replay would count them. */
  private static String whatTheMigrationCountsAsRegistered() throws Exception {
    String migration;
    try (var file =
        ReportingTest.class.getResourceAsStream("/db/migration/V5__direct_answers.sql")) {
      migration = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
    }
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        sql.execute("UPDATE headline_day SET registered = 0");
        for (String statement : migration.split(";")) {
          if (statement.contains("INSERT ")) {
            sql.execute(statement);
          }
        }
        return text(sql, REGISTERED);
      } finally {
        connection.rollback();
      }
    }
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
  void what_spot_checks_found_is_a_rate_with_its_interval_and_its_lists() throws Exception {
    for (String unit : List.of("spot-one", "spot-two")) {
      log.write(
          new DirectoryEntry.Unit(
              unit, "center", "/center/" + unit, "单位" + unit, "Unit", 2, null, true));
      awaitUnit(unit);
    }
    Instant august = Instant.parse("2027-08-02T01:00:00Z");
    LoopOfFacts done =
        loop("2708020000011", "spot-one", august)
            .closed(Solved.YES, Answer.YES)
            .spotChecked(SpotCheckBasis.PROPORTIONAL, SpotCheckFinding.DONE);
    // Handled again by another unit: the false closure stays with the one whose round it was.
    LoopOfFacts failed =
        loop("2708020000029", "spot-one", august)
            .closed(Solved.YES, Answer.YES)
            .spotChecked(SpotCheckBasis.PROPORTIONAL, SpotCheckFinding.NOT_DONE)
            .reopened()
            .at("spot-two", "/center/spot-two")
            .dispatched();
    LoopOfFacts partly =
        loop("2708020000037", "spot-two", august)
            .closed(Solved.YES, Answer.YES)
            .spotChecked(SpotCheckBasis.PROPORTIONAL, SpotCheckFinding.PARTLY)
            .excluded();
    LoopOfFacts untold =
        loop("2708020000045", "spot-two", august)
            .closed(Solved.YES, Answer.YES)
            .spotChecked(SpotCheckBasis.PROPORTIONAL, SpotCheckFinding.CANNOT_TELL);
    LoopOfFacts notMade =
        loop("2708020000053", "spot-two", august)
            .closed(Solved.YES, Answer.YES)
            .notChecked(SpotCheckBasis.PROPORTIONAL);
    LoopOfFacts weighted =
        loop("2708020000061", "spot-two", august)
            .closed(Solved.YES, Answer.YES)
            .spotChecked(SpotCheckBasis.WEIGHTED, SpotCheckFinding.NOT_DONE);
    LoopOfFacts open =
        loop("2708020000079", "spot-one", august)
            .closed(Solved.YES, Answer.YES)
            .drawn(SpotCheckBasis.PROPORTIONAL);
    tell(done, failed, partly, untold, notMade, weighted, open);

    String month = "?from=2027-08-01&to=2027-09-01";
    awaitCount("/api/cases" + month + "&list=accepted", "7");
    as(Role.LEADER)
        .get("/api/headline" + month)
        .then()
        .statusCode(200)
        .body("rates.fakeClose.code", equalTo("quality.fake_close.v1"))
        .body("rates.fakeClose.numerator", equalTo(1))
        .body("rates.fakeClose.denominator", equalTo(3))
        .body("rates.fakeClose.value", equalTo(0.333333f))
        .body("rates.fakeClose.low", equalTo(0.06149f))
        .body("rates.fakeClose.high", equalTo(0.792345f))
        .body("rates.fakeClose.partly", equalTo(1))
        .body("rates.fakeClose.cannotTell", equalTo(1))
        .body("rates.fakeClose.notMade", equalTo(1))
        .body("rates.fakeClose.weighted", equalTo(1));
    String one = "items.find { it.unit == 'spot-one' }.rates.fakeClose.";
    as(Role.LEADER)
        .get("/api/headline/by-unit" + month)
        .then()
        .body(one + "numerator", equalTo(1))
        .body(one + "denominator", equalTo(2));
    for (String[] number :
        new String[][] {
          {"spot-checked", "3", "2"},
          {"spot-failed", "1", "1"},
          {"spot-partly", "1", "0"},
          {"spot-cannot-tell", "1", "0"},
          {"spot-not-made", "1", "0"},
          {"spot-weighted", "1", "0"}
        }) {
      awaitCount("/api/cases" + month + "&list=" + number[0], number[1]);
      awaitCount(
          "/api/cases" + month + "&list=" + number[0] + "&unit=spot-one&unitOnly=true", number[2]);
    }
    as(Role.LEADER)
        .get("/api/cases" + month + "&list=spot-failed")
        .then()
        .body("items[0].spotResult", equalTo("NOT_DONE"))
        .body("items[0].unitId", equalTo("spot-two"));
    // Whose work is to be checked does not learn of it before.
    token(TestTokens.forRole(Role.UNIT_LEADER, "spot-one", "/center/spot-one", "of-the-unit"))
        .get("/api/cases/2708020000079/timeline")
        .then()
        .statusCode(200)
        .body("entries.type", not(hasItem(startsWith("hotline.spotcheck."))));
    token(TestTokens.forRole(Role.UNIT_LEADER, "spot-one", "/center/spot-one", "of-the-unit"))
        .get("/api/cases/2708020000011/timeline")
        .then()
        .body("entries.type", hasItem("hotline.spotcheck.recorded.v1"));
    as(Role.SUPERVISOR)
        .get("/api/cases/2708020000079/timeline")
        .then()
        .body("entries.type", hasItem("hotline.spotcheck.drawn.v1"));
  }

  @Test
  void what_counts_in_no_score_is_in_no_rate_and_beside_it_with_its_lists() throws Exception {
    log.write(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
    awaitUnit("cg");
    Instant july = Instant.parse("2027-07-05T01:00:00Z");
    // Once archived it is as closed as before, in every number.
    LoopOfFacts counted =
        loop("2707050000014", "cg", july).closed(Solved.YES, Answer.YES).heldForLaw().archived();
    LoopOfFacts excluded =
        loop("2707050000022", "cg", july).selfRated(Solved.YES, Answer.YES).excluded();
    LoopOfFacts contested =
        loop("2707050000030", "cg", july).closed(Solved.NO, Answer.NO).appealed(true);
    // Excluded as well as contested it is counted as excluded, once.
    LoopOfFacts both =
        loop("2707050000048", "cg", july).closed(Solved.NO, Answer.NO).appealed(true).excluded();
    LoopOfFacts refused =
        loop("2707050000055", "cg", july)
            .closed(Solved.NO, Answer.NO)
            .exclusionRefused()
            .appealed(false);
    LoopOfFacts back =
        loop("2707050000063", "cg", july).selfRated(Solved.YES, Answer.YES).excluded().reopened();
    tell(counted, excluded, contested, both, refused, back);
    // Told twice, as the log may do.
    tell(excluded, contested);

    String month = "?from=2027-07-01&to=2027-08-01";
    for (String numbers : new String[] {"/api/headline", "/api/headline/by-unit"}) {
      String of = numbers.endsWith("by-unit") ? "items[0]." : "";
      as(Role.LEADER)
          .get(numbers + month)
          .then()
          .statusCode(200)
          .body(of + "accepted", equalTo(6))
          .body(of + "closed", equalTo(5))
          .body(of + "open", equalTo(1))
          .body(of + "excluded", equalTo(2))
          .body(of + "ratingSetAside", equalTo(1))
          .body(of + "satisfied", equalTo(2))
          .body(of + "selfRated", equalTo(1))
          .body(of + "closureRate", equalTo(0.75f))
          .body(of + "rates.satisfied.code", equalTo("eval.satisfied.v2"))
          .body(of + "rates.satisfied.numerator", equalTo(1))
          .body(of + "rates.satisfied.denominator", equalTo(2))
          .body(of + "rates.satisfied.notScored", equalTo(3))
          .body(of + "rates.solved.denominator", equalTo(2))
          .body(of + "rates.responded.denominator", equalTo(2))
          .body(of + "rates.excluded.code", equalTo("score.exclude.v1"))
          .body(of + "rates.excluded.numerator", equalTo(2))
          .body(of + "rates.excluded.denominator", equalTo(5));
    }
    for (String[] number :
        new String[][] {
          {"closed", "5"},
          {"open", "1"},
          {"archived", "1"},
          {"excluded", "2"},
          {"rating-set-aside", "1"},
          {"said-satisfied", "2"},
          {"self-rated", "1"},
          {"satisfied", "1"},
          {"unsatisfied", "1"},
          {"solved", "1"},
          {"solved-partly", "0"},
          {"unsolved", "1"},
          {"responded", "2"}
        }) {
      for (String of : new String[] {"", "&unit=cg&unitOnly=true"}) {
        awaitCount("/api/cases" + month + "&list=" + number[0] + of, number[1]);
      }
    }
    as(Role.LEADER)
        .get("/api/cases" + month + "&list=excluded")
        .then()
        .body("items.excluded", everyItem(equalTo(true)));
    as(Role.SUPERVISOR)
        .get("/api/cases/2707050000022/timeline")
        .then()
        .body("status", equalTo("CLOSED"))
        .body("outcome.satisfied", equalTo("YES"))
        .body("entries.zh", hasItem("剔除"));
    reopenedByAnInstanceThatKnowsOfNoScores("2707050000022");
    as(Role.SUPERVISOR)
        .get("/api/cases/2707050000014/timeline")
        .then()
        .body("status", equalTo("ARCHIVED"))
        .body("outcome.satisfied", equalTo("YES"))
        .body("entries.zh", hasItem("法律保留"))
        .body("entries.zh", hasItem("归档"));
  }

  /** As its statement leaves the row: what it does not know stays as it was. */
  private static void reopenedByAnInstanceThatKnowsOfNoScores(String caseNo) throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        int rows =
            sql.executeUpdate(
                "UPDATE case_record SET status = 'REHANDLING', closed_at = NULL, satisfied = NULL WHERE case_no = '"
                    + caseNo
                    + "' AND excluded_at IS NOT NULL");
        assertThat(rows).isEqualTo(1);
      } finally {
        connection.rollback();
      }
    }
  }

  private static void numbersOfJanuary(int closed, int open, int reopened) {
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

  @Test
  void what_units_asked_for_and_got_has_its_lists_and_the_number_of_overdue_stays_right()
      throws Exception {
    Instant august = Instant.parse("2026-08-03T01:00:00Z");
    Instant until = Instant.parse("2026-09-20T01:00:00Z");
    LoopOfFacts inTime =
        new LoopOfFacts("2608030000017", "cg", august)
            .accepted()
            .dispatched()
            .contacted()
            .extended(august.plusSeconds(900_000), false)
            .reply();
    LoopOfFacts tooLate =
        new LoopOfFacts("2608030000025", "cg", august)
            .accepted()
            .dispatched()
            .contacted()
            .missed()
            .extended(august.plusSeconds(900_000), true);
    LoopOfFacts held =
        new LoopOfFacts("2608030000033", "cg", august)
            .accepted()
            .dispatched()
            .contacted()
            .held(until, until.plusSeconds(400_000));
    LoopOfFacts back =
        new LoopOfFacts("2608030000041", "cg", august).accepted().dispatched().returned();
    tell(inTime, tooLate, held, back);

    for (String[] number :
        new String[][] {{"overdue", "1"}, {"extended", "2"}, {"on-hold", "1"}, {"returned", "1"}}) {
      awaitCount("/api/cases?from=2026-08-01&to=2026-09-01&list=" + number[0], number[1]);
      as(Role.LEADER)
          .get("/api/cases?from=2026-08-01&to=2026-09-01&list=" + number[0])
          .then()
          .statusCode(200)
          .body("count", equalTo(Integer.parseInt(number[1])))
          .body("items", hasSize(Integer.parseInt(number[1])));
    }
    as(Role.LEADER)
        .get("/api/headline?from=2026-08-01&to=2026-09-01")
        .then()
        .body("overdue", equalTo(1))
        .body("open", equalTo(4));
    as(Role.LEADER)
        .get("/api/headline/by-unit?from=2026-08-01&to=2026-09-01")
        .then()
        .body("items.find { it.unit == 'cg' }.accepted", equalTo(3));
    as(Role.SUPERVISOR)
        .get("/api/cases/260803-000003-3/timeline")
        .then()
        .statusCode(200)
        .body("status", equalTo("ON_HOLD"))
        .body("heldUntil", equalTo(until.toString()))
        .body("entries.zh", hasItem("挂起"))
        .body("entries.data.reason", hasItem("SEASON"));
  }

  @Test
  void a_unit_that_got_a_case_late_is_not_late_with_it() throws Exception {
    log.write(
        new DirectoryEntry.Unit("cg", "center", "/center/cg", "城市管理局", "Urban", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("zj", "center", "/center/zj", "住建局", "Housing", 2, null, true));
    Instant january = Instant.parse("2027-01-04T01:00:00Z");
    LoopOfFacts moved =
        new LoopOfFacts("2701040000017", "cg", january)
            .accepted()
            .dispatched()
            .missed()
            .recalled()
            .at("zj", "/center/zj")
            .dispatched()
            .replied(false);
    LoopOfFacts stayed =
        new LoopOfFacts("2701040000025", "cg", january)
            .accepted()
            .dispatched()
            .replied(true)
            .rejected();
    tell(moved, stayed);

    String month = "?from=2027-01-01&to=2027-02-01";
    as(Role.LEADER).get("/api/headline" + month).then().statusCode(200).body("overdue", equalTo(2));
    as(Role.LEADER)
        .get("/api/headline/by-unit" + month)
        .then()
        .body("items.find { it.unit == 'cg' }.overdue", equalTo(1))
        .body("items.find { it.unit == 'zj' }.overdue", equalTo(0));
    awaitCount("/api/cases" + month + "&list=overdue", "2");
    for (String[] unit : new String[][] {{"cg", "1"}, {"zj", "0"}, {"center", "1"}}) {
      log.write(
          new DirectoryEntry.Unit("center", null, "/center", "12345 中心", "Centre", 1, null, true));
      awaitUnit("center");
      as(Role.LEADER)
          .get("/api/headline" + month + "&unit=" + unit[0])
          .then()
          .body("overdue", equalTo(Integer.parseInt(unit[1])));
      awaitCount("/api/cases" + month + "&list=overdue&unit=" + unit[0], unit[1]);
    }
    as(Role.LEADER)
        .get("/api/cases" + month + "&unit=zj")
        .then()
        .body("items[0].overdue", equalTo(false));
    assertThat(as(Role.ANALYST).get("/api/cases/export.csv" + month + "&unit=zj").asString())
        .contains(",false,false,false,false,\r\n");
    assertThat(as(Role.ANALYST).get("/api/cases/export.csv" + month).asString())
        .contains(",true,false,false,false,\r\n");
    // A reply that was sent back is not what the citizen waits for.
    assertThat(waited("2701040000025")).isNull();

    assertThat(whatTheMigrationGivesExistingRows()).isEqualTo(whatTheRowsSay());
  }

  private static final String LATENESS =
      "SELECT string_agg(concat_ws(' ', case_id, unit_overdue, last_replied_at), ';' ORDER BY"
          + " case_id) || (SELECT string_agg(concat_ws(' ', day, unit_path, unit_overdue), ';'"
          + " ORDER BY day, unit_path) FROM headline_day) FROM case_record WHERE case_no LIKE"
          + " '2701%'";

  private static String whatTheRowsSay() throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      return text(sql, LATENESS);
    }
  }

  /** Rows as they were before it, then what it says about them. */
  private static String whatTheMigrationGivesExistingRows() throws Exception {
    String migration;
    try (var file =
        ReportingTest.class.getResourceAsStream(
            "/db/migration/V4__lateness_of_the_present_unit.sql")) {
      migration = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
    }
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        sql.execute(
            "UPDATE case_record SET unit_overdue = false, last_replied_at = first_replied_at"
                + " WHERE case_no LIKE '2701%'");
        sql.execute("UPDATE headline_day SET unit_overdue = 0");
        int updates = 0;
        for (String statement : migration.split(";")) {
          if (statement.contains("UPDATE ")) {
            sql.execute(statement);
            updates++;
          }
        }
        assertThat(updates).isEqualTo(3);
        return text(sql, LATENESS);
      } finally {
        connection.rollback();
      }
    }
  }

  private static String text(Statement sql, String query) throws Exception {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
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

  @Test
  void a_line_of_a_unit_opens_as_many_cases_as_it_counts() throws Exception {
    log.write(
        new DirectoryEntry.Unit("d1", "center", "/center/d1", "一区", "District 1", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("d1-1", "d1", "/center/d1/d1-1", "一科", "Desk 1", 3, null, true));
    awaitUnit("d1-1");
    Instant february = Instant.parse("2027-02-02T01:00:00Z");
    LoopOfFacts own = new LoopOfFacts("2702020000017", "d1", february).accepted().dispatched();
    LoopOfFacts below =
        new LoopOfFacts("2702020000025", "d1-1", february)
            .at("d1-1", "/center/d1/d1-1")
            .accepted()
            .dispatched();
    LoopOfFacts second =
        new LoopOfFacts("2702020000033", "d1-1", february)
            .at("d1-1", "/center/d1/d1-1")
            .accepted()
            .dispatched();
    tell(own, below, second);

    String month = "?from=2027-02-01&to=2027-03-01";
    as(Role.LEADER).get("/api/headline" + month + "&unit=d1").then().body("accepted", equalTo(3));
    awaitCount("/api/cases" + month + "&unit=d1", "3");
    for (String unit : List.of("d1", "d1-1")) {
      int count =
          as(Role.LEADER)
              .get("/api/headline/by-unit" + month + "&unit=d1")
              .path("items.find { it.unit == '" + unit + "' }.accepted");
      assertThat(count).isEqualTo(unit.equals("d1") ? 1 : 2);
      awaitCount("/api/cases" + month + "&unitOnly=true&unit=" + unit, Integer.toString(count));
    }
    as(Role.LEADER)
        .get("/api/cases?unitOnly=true")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("unitOnly"));
    as(Role.LEADER).get("/api/cases?unit=d1&unitOnly=yes").then().statusCode(400);
    token(TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "clerk"))
        .get("/api/cases?unit=d1&unitOnly=true")
        .then()
        .statusCode(403);
  }

  @Test
  void two_merged_requests_are_two_of_the_city_one_of_their_unit_and_rated_by_two_citizens()
      throws Exception {
    log.write(
        new DirectoryEntry.Unit("mg", "center", "/center/mg", "并单局", "Merging", 2, null, true));
    awaitUnit("mg");
    Instant june = Instant.parse("2029-06-04T01:00:00Z");
    LoopOfFacts main = loop("2906040000017", "mg", june).closed(Solved.YES, Answer.YES);
    LoopOfFacts rated =
        new LoopOfFacts("2906040000025", "mg", june)
            .accepted()
            .merged(main.caseId())
            .answeredWith(main.caseId(), true)
            .closed(Solved.NO, Answer.NO);
    LoopOfFacts follows =
        new LoopOfFacts("2906040000033", "mg", june).accepted().merged(main.caseId());
    // Its citizen was not content: the next round is the unit's like any other.
    LoopOfFacts own =
        new LoopOfFacts("2906040000041", "mg", june)
            .accepted()
            .merged(main.caseId())
            .answeredWith(main.caseId(), false)
            .rehandled()
            .dispatched();
    LoopOfFacts excluded =
        new LoopOfFacts("2906040000058", "mg", june)
            .accepted()
            .merged(main.caseId())
            .answeredWith(main.caseId(), false)
            .closed(Solved.YES, Answer.YES)
            .excluded();
    tell(main, rated, follows, own, excluded);

    String month = "?from=2029-06-01&to=2029-07-01";
    as(Role.LEADER)
        .get("/api/headline" + month)
        .then()
        .body("accepted", equalTo(5))
        .body("closed", equalTo(3))
        .body("open", equalTo(2))
        .body("overdue", equalTo(1))
        .body("excluded", equalTo(1))
        .body("satisfied", equalTo(2))
        .body("rates.satisfied.notScored", equalTo(1))
        .body("rates.satisfied.numerator", equalTo(1))
        .body("rates.satisfied.denominator", equalTo(2));
    as(Role.LEADER)
        .get("/api/headline" + month + "&unit=mg")
        .then()
        .body("accepted", equalTo(2))
        .body("closed", equalTo(1))
        .body("open", equalTo(1))
        .body("overdue", equalTo(0))
        .body("excluded", equalTo(0))
        .body("satisfied", equalTo(2))
        .body("rates.satisfied.notScored", equalTo(1))
        .body("rates.satisfied.denominator", equalTo(2));
    for (String[] list :
        new String[][] {
          {"accepted", "5", "2"},
          {"closed", "3", "1"},
          {"open", "2", "1"},
          {"overdue", "1", "0"},
          {"satisfied", "1", "1"},
          {"unsatisfied", "1", "1"},
          {"excluded", "1", "0"},
          {"rating-excluded", "1", "1"},
          {"said-satisfied", "2", "2"},
          {"merged", "4", "1"}
        }) {
      awaitCount("/api/cases" + month + "&list=" + list[0], list[1]);
      awaitCount("/api/cases" + month + "&unit=mg&list=" + list[0], list[2]);
      awaitCount("/api/cases" + month + "&unit=mg&unitOnly=true&list=" + list[0], list[2]);
    }
    // The same numbers from the cases as from the counts.
    String wide =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    for (String path :
        List.of(
            "/api/headline" + month,
            "/api/headline/by-unit" + month,
            "/api/headline" + month + "&unit=mg")) {
      assertThat(withoutAge(token(wide).get(path).asString()))
          .isEqualTo(withoutAge(as(Role.LEADER).get(path).asString()));
    }
  }

  @Test
  void what_was_entered_after_its_true_time_counts_where_it_belongs_and_is_told_apart()
      throws Exception {
    Instant march = Instant.parse("2030-03-04T01:00:00Z");
    LoopOfFacts ordinary = new LoopOfFacts("3003040000014", "yd", march).accepted().dispatched();
    LoopOfFacts paper = new LoopOfFacts("3003040000022", "yd", march).acceptedFromPaper();
    LoopOfFacts old =
        new LoopOfFacts("3003040000030", "yd", march)
            .acceptedByTheOldSystem("OLD-2030-77", march.plusSeconds(86_400))
            .dispatched();
    tell(ordinary, paper.dispatched(), old);

    String month = "?from=2030-03-01&to=2030-04-01";
    as(Role.LEADER)
        .get("/api/headline" + month + "&unit=yd")
        .then()
        .body("accepted", equalTo(3))
        .body("fromPaper", equalTo(1))
        .body("fromOldSystem", equalTo(1));
    awaitCount("/api/cases" + month + "&list=from-paper", "1");
    awaitCount("/api/cases" + month + "&unit=yd&list=from-old-system", "1");
    as(Role.LEADER)
        .get("/api/cases" + month + "&list=from-old-system")
        .then()
        .body("items[0].enteredAs", equalTo("OLD_SYSTEM"))
        .body("items[0].externalRef", equalTo("OLD-2030-77"));
    as(Role.SCREENER)
        .get("/api/cases/OLD-2030-77/timeline")
        .then()
        .body("caseId", equalTo(old.caseId().toString()))
        .body("enteredAs", equalTo("OLD_SYSTEM"))
        .body("entries[0].data.originalDue", equalTo("2030-03-05T01:00:00Z"));
    String wide =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    assertThat(withoutAge(token(wide).get("/api/headline" + month).asString()))
        .isEqualTo(withoutAge(as(Role.LEADER).get("/api/headline" + month).asString()));
  }

  @Test
  void the_demands_of_one_call_are_cases_each_and_one_call_and_no_unit_is_led_from_one_to_another()
      throws Exception {
    log.write(
        new DirectoryEntry.Unit("yd", "center", "/center/yd", "一单局", "One demand", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("ed", "center", "/center/ed", "二单局", "Two demands", 2, null, true));
    awaitUnit("ed");
    Instant july = Instant.parse("2029-07-04T01:00:00Z");
    LoopOfFacts call = new LoopOfFacts("2907040000015", "yd", july);
    LoopOfFacts second = new LoopOfFacts("2907040000023", "ed", july.plusSeconds(600));
    LoopOfFacts third = new LoopOfFacts("2907040000031", "ed", july.plusSeconds(600));
    second.acceptedOfTheCall(call.caseId(), july).dispatched();
    third.acceptedOfTheCall(call.caseId(), july).dispatched();
    call.registered().split(second.caseId(), third.caseId());
    LoopOfFacts other = new LoopOfFacts("2907040000049", "yd", july).accepted().dispatched();
    tell(call.acceptedNow().dispatched(), second, third, other);

    String month = "?from=2029-07-01&to=2029-08-01";
    as(Role.LEADER)
        .get("/api/headline" + month)
        .then()
        .body("accepted", equalTo(4))
        .body("splitOff", equalTo(2));
    as(Role.LEADER)
        .get("/api/headline" + month + "&unit=ed")
        .then()
        .body("accepted", equalTo(2))
        .body("splitOff", equalTo(2));
    awaitCount("/api/cases" + month + "&list=split-off", "2");
    awaitCount("/api/cases" + month + "&unit=yd&list=split-off", "0");
    // The same numbers from the cases as from the counts.
    String wide =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    assertThat(withoutAge(token(wide).get("/api/headline" + month).asString()))
        .isEqualTo(withoutAge(as(Role.LEADER).get("/api/headline" + month).asString()));

    as(Role.SCREENER)
        .get("/api/cases/" + call.caseId() + "/timeline")
        .then()
        .body("entries[1].type", equalTo("hotline.case.split.v1"))
        .body("entries[1].data.newCases", equalTo(2));
    as(Role.SCREENER)
        .get("/api/cases/" + second.caseId() + "/timeline")
        .then()
        .body("entries[0].data.splitFrom", equalTo(call.caseId().toString()));
    // Who may not know who made a confidential report is not told which cases are of one call.
    for (Role role : List.of(Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER)) {
      as(role)
          .get("/api/cases/" + second.caseId() + "/timeline")
          .then()
          .statusCode(200)
          .body("entries[0].data.splitFrom", nullValue());
      as(role)
          .get("/api/cases/" + call.caseId() + "/timeline")
          .then()
          .body("entries.type", not(hasItem("hotline.case.split.v1")));
    }
    token(TestTokens.forRole(Role.CLERK, "ed", "/center/ed", "clerk-ed"))
        .get("/api/cases/" + second.caseId() + "/timeline")
        .then()
        .statusCode(200)
        .body("entries[0].data.kind", equalTo("HELP"))
        .body("entries[0].data.splitFrom", nullValue())
        .body("entries[0].data.callerRef", nullValue());
    token(TestTokens.forRole(Role.CLERK, "ed", "/center/ed", "clerk-ed"))
        .get("/api/cases" + month + "&list=split-off")
        .then()
        .statusCode(403);
    token(TestTokens.forRole(Role.CLERK, "yd", "/center/yd", "clerk-yd"))
        .get("/api/cases/" + call.caseId() + "/timeline")
        .then()
        .statusCode(200)
        .body("entries.type", not(hasItem("hotline.case.split.v1")));
  }

  @Test
  void who_works_for_a_grid_counts_lists_and_exports_what_lies_there() throws Exception {
    Instant april = Instant.parse("2027-04-05T01:00:00Z");
    LoopOfFacts here = loop("2704050000017", "cg", april).closed(Solved.NOT_BY_POLICY, Answer.YES);
    LoopOfFacts open = new LoopOfFacts("2704050000025", "cg", april).accepted().dispatched();
    LoopOfFacts elsewhere =
        new LoopOfFacts("2704050000033", "cg", april)
            .in("370282001", "/3702/370282/370282001")
            .accepted()
            .dispatched();
    // Filed at the wrong place: it counts where it lies since that was put right.
    LoopOfFacts corrected =
        new LoopOfFacts("2704050000041", "cg", april)
            .in("370282001", "/3702/370282/370282001")
            .accepted()
            .dispatched()
            .corrected(CaseKind.REPORT, "020101", "370281001", "/3702/370281/370281001");
    tell(here, open, elsewhere, corrected);
    as(Role.SUPERVISOR)
        .get("/api/cases/" + corrected.caseId() + "/timeline")
        .then()
        .body("kind", equalTo("REPORT"))
        .body("entries.zh", hasItem("更正"))
        .body("entries[-1].data.placeCodeBefore", equalTo("370282001"));

    String month = "?from=2027-04-01&to=2027-05-01";
    String all = as(Role.LEADER).get("/api/headline" + month).path("accepted").toString();
    assertThat(all).isEqualTo("4");
    for (String[] grid :
        new String[][] {
          {"/3702", "4"}, {"/3702/370281", "3"}, {"/3702/370282", "1"}, {"/3703", "0"}
        }) {
      String leader =
          TestTokens.of("leader-of-a-grid", Role.LEADER, Role.ANALYST)
              .unit("center", "/center")
              .grid(grid[0])
              .token();
      int cases = Integer.parseInt(grid[1]);
      token(leader)
          .get("/api/headline" + month)
          .then()
          .statusCode(200)
          .body("accepted", equalTo(cases));
      int byUnit =
          token(leader).get("/api/headline/by-unit" + month).path("items.accepted.sum() ?: 0");
      assertThat(byUnit).isEqualTo(cases);
      token(leader).get("/api/cases" + month).then().body("count", equalTo(cases));
      assertThat(token(leader).get("/api/cases/export.csv" + month).asString().lines())
          .hasSize(cases + 1);
    }
    // The same numbers from the cases as from the counts.
    String wide =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    for (String path : List.of("/api/headline", "/api/headline/by-unit")) {
      assertThat(withoutAge(token(wide).get(path + month).asString()))
          .isEqualTo(withoutAge(as(Role.LEADER).get(path + month).asString()));
    }
  }

  private static String withoutAge(String json) {
    return json.replaceAll("\"asOf\":\"[^\"]*\"", "");
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
    tell(new LoopOfFacts("2707010000017", "cg", Instant.parse("2027-07-01T01:00:00Z")).accepted());
    String export = "/api/cases/export.csv?from=2027-07-01&to=2027-08-01";
    byte[] file = as(Role.ANALYST).get(export + "&for=spreadsheet").asByteArray();
    assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains("\"=\"\"2707010000017\"\"\"", "\"=\"\"010201\"\"\"", "\"=\"\"370281001\"\"\"");
    assertThat(as(Role.ANALYST).get(export).asString())
        .startsWith("caseNo,")
        .contains("\r\n2707010000017,", ",010201,370281001,");
    as(Role.ANALYST).get(export + "&for=printing").then().statusCode(400);
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

  private static void awaitUnit(String code) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> as(Role.LEADER).get("/api/headline?unit=" + code).then().statusCode(200));
  }

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
  void supervision_is_told_beside_the_case_and_goes_on_after_its_end() throws Exception {
    UUID order = UUID.randomUUID();
    Instant due = Instant.parse("2026-10-15T09:30:00Z");
    LoopOfFacts loop =
        new LoopOfFacts("2610130000017", "cg", Instant.parse("2026-10-13T01:00:00Z"))
            .accepted()
            .dispatched()
            .say(new SupervisionUrged(1, UrgeForm.MESSAGE, "cg"))
            .say(
                new SupervisionOpened(
                    order,
                    "DB2026-0001",
                    SupervisionLevel.RED_CARD,
                    SupervisionReason.OVERDUE,
                    "cg",
                    "/center/cg",
                    false,
                    null,
                    due))
            .withdrawn()
            .say(new SupervisionAnswered(order, SupervisionLevel.RED_CARD, "cg", 1, due, false))
            .say(new SupervisionUrged(2, UrgeForm.MESSAGE, "cg"));
    tell(loop);

    await()
        .untilAsserted(
            () ->
                as(Role.SUPERVISOR)
                    .get("/api/cases/2610130000017/timeline")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("WITHDRAWN"))
                    .body("entries", hasSize(loop.facts().size()))
                    .body(
                        "entries.find { it.type == 'hotline.supervision.opened.v1' }.zh",
                        equalTo("发出督办单"))
                    .body(
                        "entries.find { it.type == 'hotline.supervision.answered.v1' }.superseded",
                        equalTo(false))
                    // An urge that crossed the withdrawal had no effect.
                    .body("entries.last().superseded", equalTo(true)));
  }

  @Test
  void what_screening_refused_is_listed_with_its_count_and_is_no_open_case() throws Exception {
    Instant march = Instant.parse("2025-03-03T01:00:00Z");
    LoopOfFacts open = new LoopOfFacts("2503030000017", "cg", march).accepted();
    LoopOfFacts refused =
        new LoopOfFacts("2503030000025", "cg", march.plusSeconds(60))
            .registered()
            .say(new CaseRefused(RefusalReason.LEGAL_PROCEDURE));
    LoopOfFacts later =
        new LoopOfFacts("2503030000033", "cg", march.plusSeconds(120))
            .registered()
            .say(new CaseRefused(RefusalReason.NOT_TRUE));
    tell(open, refused, later);
    String period = "&from=2025-03-01&to=2025-04-01";
    String cursor =
        as(Role.SUPERVISOR)
            .get("/api/cases?list=refused&limit=1" + period)
            .then()
            .statusCode(200)
            .body("count", equalTo(2))
            .body("items[0].caseNo", equalTo("2503030000033"))
            .extract()
            .path("nextCursor");
    as(Role.SUPERVISOR)
        .get("/api/cases?list=refused&limit=1" + period + "&cursor=" + cursor)
        .then()
        .body("items.caseNo", contains("2503030000025"));
    as(Role.SUPERVISOR)
        .get("/api/cases?list=open" + period)
        .then()
        .body("items.caseNo", contains("2503030000017"));
    as(Role.LEADER)
        .get("/api/headline?from=2025-03-01&to=2025-04-01")
        .then()
        .body("accepted", equalTo(1))
        .body("open", equalTo(1));
  }

  @Test
  void a_transfer_is_open_until_the_body_outside_has_acknowledged_it() throws Exception {
    Instant may = Instant.parse("2025-05-05T01:00:00Z");
    CaseTransferredOut out =
        new CaseTransferredOut(TransferTarget.POLICE_110, may, may.plusSeconds(1800), true, null);
    LoopOfFacts waits = new LoopOfFacts("2505050000011", "cg", may).registered().say(out);
    LoopOfFacts taken =
        new LoopOfFacts("2505050000029", "cg", may.plusSeconds(60))
            .registered()
            .say(out)
            .say(new CaseTransferAcknowledged(TransferTarget.POLICE_110, may, false, "J-1"));
    LoopOfFacts back =
        new LoopOfFacts("2505050000037", "cg", may.plusSeconds(120))
            .registered()
            .say(out)
            .say(new CaseTransferDeclined(TransferTarget.POLICE_110, may.plusSeconds(900)))
            .say(
                new CaseAccepted(
                    CaseKind.HELP,
                    Urgency.NORMAL,
                    "010201",
                    "370281001",
                    "/3702/370281",
                    may,
                    false));
    tell(waits, taken, back);
    String period = "&from=2025-05-01&to=2025-06-01";
    as(Role.SUPERVISOR)
        .get("/api/cases?list=transferred-out" + period)
        .then()
        .statusCode(200)
        .body("count", equalTo(2));
    as(Role.SUPERVISOR)
        .get("/api/cases?list=transfers-open" + period)
        .then()
        .body("count", equalTo(1))
        .body("items.caseNo", contains("2505050000011"));
    as(Role.SUPERVISOR)
        .get("/api/cases?list=open" + period)
        .then()
        .body("items.caseNo", contains("2505050000037"));
    as(Role.LEADER)
        .get("/api/cases/2505050000029/timeline")
        .then()
        .body("status", equalTo("TRANSFERRED_OUT"))
        .body("entries", hasSize(3));
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
  void the_days_that_a_citizen_waited_are_those_of_the_calendar_in_force() throws Exception {
    // From a Thursday to the Monday after it.
    Instant december = Instant.parse("2026-12-03T01:00:00Z");
    tell(
        new LoopOfFacts("2612030000017", "cg", december)
            .accepted()
            .dispatched()
            .after(Duration.ofDays(4))
            .replied(false));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(waited("2612030000017")).isEqualTo(2));

    log.write(
        2,
        WorkCalendar.china().toBuilder()
            .override(DayOverride.dayOff(LocalDate.of(2026, 12, 4), "全市停电检修"))
            .build());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(waited("2612030000017")).isEqualTo(1));
  }

  private static Integer waited(String caseNo) {
    return as(Role.LEADER)
        .get("/api/cases/" + caseNo + "/timeline")
        .jsonPath()
        .get("elapsedWorkDays");
  }

  @Test
  void a_unit_counts_and_sees_its_own_cases_only() throws Exception {
    Instant june = Instant.parse("2026-06-02T01:00:00Z");
    LoopOfFacts own = new LoopOfFacts("2606020000017", "cg", june).accepted().dispatched();
    LoopOfFacts other = new LoopOfFacts("2606020000025", "zj", june).accepted().dispatched();
    tell(own, other);
    RequestSpecification leader =
        token(TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "unit-leader"));
    leader
        .get("/api/headline?from=2026-06-01&to=2026-07-01")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    token(TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "unit-leader"))
        .get("/api/cases/2606020000025/timeline")
        .then()
        .statusCode(404);
    token(TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "unit-leader"))
        .get("/api/cases/2606020000017/timeline")
        .then()
        .statusCode(200);
  }

  @Test
  void a_unit_does_not_learn_of_the_callback_before_it_has_ended() throws Exception {
    LoopOfFacts loop =
        loop("2611020000017", "cg", Instant.parse("2026-11-02T01:00:00Z"))
            .say(new CallbackAttempted(UUID.randomUUID(), 1, 1, CallbackResult.NO_ANSWER));
    tell(loop);
    for (Role role : List.of(Role.CLERK, Role.UNIT_DESK, Role.UNIT_LEADER)) {
      token(TestTokens.forRole(role, "cg", "/center/cg", "of-the-unit"))
          .get("/api/cases/2611020000017/timeline")
          .then()
          .statusCode(200)
          .body("entries", hasSize(loop.facts().size() - 2))
          .body("entries.type", not(hasItem(startsWith("hotline.callback."))));
    }
    as(Role.SUPERVISOR)
        .get("/api/cases/2611020000017/timeline")
        .then()
        .body("entries", hasSize(loop.facts().size()));

    int open = loop.facts().size();
    loop.closed(Solved.YES, Answer.YES);
    log.write(loop.facts().subList(open, loop.facts().size()));
    awaitTold(loop);
    for (Role role : List.of(Role.CLERK, Role.SUPERVISOR)) {
      token(TestTokens.forRole(role, "cg", "/center/cg", "of-the-unit"))
          .get("/api/cases/2611020000017/timeline")
          .then()
          .body("entries", hasSize(loop.facts().size()));
    }
  }

  @Test
  void that_a_case_is_held_by_law_is_told_to_those_who_read_the_holds_only() throws Exception {
    LoopOfFacts loop =
        loop("2611020000025", "cg", Instant.parse("2026-11-02T01:00:00Z"))
            .closed(Solved.YES, Answer.YES)
            .say(new LegalHoldPlaced(UUID.randomUUID(), LegalHoldReason.INVESTIGATION));
    tell(loop);
    for (Role role : List.of(Role.CLERK, Role.UNIT_LEADER, Role.OPERATOR, Role.CALLBACK_LEAD)) {
      token(TestTokens.forRole(role, "cg", "/center/cg", "of-the-unit"))
          .get("/api/cases/2611020000025/timeline")
          .then()
          .statusCode(200)
          .body("entries", hasSize(loop.facts().size() - 1))
          .body("entries.type", not(hasItem(startsWith("hotline.legal-hold."))));
    }
    for (Role role : List.of(Role.SUPERVISOR, Role.LEADER, Role.ASSESSMENT_CLERK)) {
      as(role)
          .get("/api/cases/2611020000025/timeline")
          .then()
          .body("entries", hasSize(loop.facts().size()));
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

  private static LoopOfFacts loop(String caseNo, String unit, Instant start) {
    return new LoopOfFacts(caseNo, unit, start).accepted().dispatched().replied(false).completed();
  }

  /** Writes the facts of these cases to the log and waits until all of them were read. */
  private static void tell(LoopOfFacts... loops) throws Exception {
    List<Fact> facts = new ArrayList<>();
    for (LoopOfFacts loop : loops) {
      facts.addAll(loop.facts());
    }
    log.write(facts);
    for (LoopOfFacts loop : loops) {
      awaitTold(loop);
    }
  }

  private static void awaitTold(LoopOfFacts loop) {
    String told = "SELECT count(*) FROM timeline_entry WHERE case_id = '" + loop.caseId() + "'";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(rows(told)).isEqualTo(loop.facts().size()));
  }

  private static void awaitAccepted(String from, String to, int accepted) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                as(Role.LEADER)
                    .get("/api/headline?from=" + from + "&to=" + to)
                    .then()
                    .body("accepted", equalTo(accepted)));
  }

  private static void awaitCount(String list, String count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> as(Role.LEADER).get(list).then().body("count", equalTo(Integer.parseInt(count))));
  }

  private static long rows(String count) throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(count)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static RequestSpecification as(Role role) {
    return token(TestTokens.forRole(role));
  }

  private static RequestSpecification token(String token) {
    return given().basePath("/reporting").auth().oauth2(token);
  }
}
