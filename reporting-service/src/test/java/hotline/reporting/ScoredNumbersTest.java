package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Solved;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckFinding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts in a score and what was found on site. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class ScoredNumbersTest extends OverTheLog {

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
        loop("2707050000022", "cg", july).ratedByText(Solved.YES, Answer.YES).excluded();
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
}
