package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the centre answered at once is rated, too. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class DirectAnswersTest {

  @Inject OtherServices others;
  @Inject TheLog log;

  @Test
  void a_direct_answer_is_rated_by_somebody_else_who_reads_it_out_and_closes_the_case() {
    OtherServices.Known known = others.answeredDirectly(CaseKind.CONSULTATION, "agent");
    UUID callback = Desk.awaitCallback(known.caseId(), 0);
    Desk.read(callback)
        .then()
        .body("directAnswer", equalTo("请拨打社区电话，当日处理。"))
        .body("unit", nullValue());
    Desk.attempt(callback, "REACHED").then().statusCode(403);

    Desk.command(Desk.lead(), Desk.version(callback))
        .body(Map.of("result", "REACHED"))
        .post("/api/callbacks/" + callback + "/attempts")
        .then()
        .statusCode(200);
    Desk.command(Desk.lead(), Desk.version(callback))
        .body(Desk.satisfied())
        .post("/api/callbacks/" + callback + "/evaluation")
        .then()
        .statusCode(200)
        .body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(
            known.caseId(), CALLBACK_OPENED, CALLBACK_ATTEMPTED, EVALUATION_RECORDED, CASE_CLOSED);
    assertThat(((CallbackOpened) said.get(0).event()).round()).isZero();
    assertThat(said.get(3).event())
        .isEqualTo(
            new CaseClosed(
                ClosedBy.EVALUATED,
                0,
                "center",
                "/center",
                Answer.YES,
                Solved.YES,
                Answer.YES,
                Answer.YES,
                Solved.YES,
                Answer.YES,
                said.get(3).envelope().time().plus(Duration.ofDays(15)),
                true));

    Instant closedAt = said.get(3).envelope().time();
    others.say(
        known,
        Source.INTAKE,
        new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
    assertThat(log.awaitLast(known.caseId(), CASE_REOPENED).event())
        .as("no unit had it: its first round begins")
        .isEqualTo(new CaseReopened(1, null, ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
    Desk.outcome(known).body("status", equalTo("PENDING_DISPATCH"));
  }

  @Test
  void a_direct_answer_that_was_no_help_goes_to_a_unit_which_has_all_its_rounds() {
    others.unit("cg", "城市管理局");
    OtherServices.Known known = others.answeredDirectly(CaseKind.HELP, "operator");
    for (int round = 0; round <= 2; round++) {
      UUID callback = Desk.awaitCallback(known.caseId(), round);
      Desk.attempt(callback, "REACHED");
      Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("REHANDLE"));
      others.handled(known, round + 1);
    }
    UUID last = Desk.awaitCallback(known.caseId(), 3);
    Desk.read(last).then().body("directAnswer", nullValue());
    Desk.attempt(last, "REACHED");
    Desk.rate(last, Desk.satisfied()).then().body("decision", equalTo("CLOSED"));

    Desk.as("leader", Role.LEADER)
        .get("/api/cases/" + known.caseId() + "/outcome")
        .then()
        .body("results", hasSize(4))
        .body("results[0].round", equalTo(0))
        .body("firstSolved", equalTo("NO"));
    // The first result is not that of the unit: it had no part in it.
    Desk.clerk("cg", "/center/cg")
        .get("/api/cases/" + known.caseId() + "/outcome")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"));
  }

  @Test
  void praise_and_suggestions_that_were_answered_directly_are_not_handled_again_either() {
    OtherServices.Known known = others.answeredDirectly(CaseKind.SUGGESTION, "operator");
    UUID callback = Desk.awaitCallback(known.caseId(), 0);
    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("CLOSED"));
  }

  @Test
  void a_withdrawal_after_a_direct_answer_leaves_nobody_to_be_called() {
    OtherServices.Known known = others.answeredDirectly(CaseKind.CONSULTATION, "operator");
    UUID callback = Desk.awaitCallback(known.caseId(), 0);
    others.withdrawn(known);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> Desk.read(callback).then().body("status", equalTo("CANCELLED")));
  }
}
