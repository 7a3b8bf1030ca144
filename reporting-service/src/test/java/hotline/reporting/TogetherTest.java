package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Requests that are handled together, and several of one call. Each test has a month of its own.
 */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class TogetherTest extends OverTheLog {

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
}
