package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_REHANDLE_ORDERED;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A citizen who rates without being called. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class RatedOnlineTest {

  @Inject OtherServices others;
  @Inject TheLog log;

  @Test
  void a_digit_by_text_message_closes_the_case_and_is_recorded_as_such() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    others.fileWithWords(known, 2, 1, "谢谢");
    others.ratedByText(known, 1);
    List<Fact> said =
        log.awaitSaid(known.caseId(), CALLBACK_OPENED, EVALUATION_RECORDED, CASE_CLOSED);
    assertThat(((EvaluationRecorded) said.get(1).event()).via()).isEqualTo(RatedVia.SMS);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                Desk.read(callback)
                    .then()
                    .body("status", equalTo("EVALUATED"))
                    .body("evaluation.via", equalTo("SMS"))
                    .body("evaluation.verbatim", equalTo("谢谢")));
  }

  @Test
  void a_citizen_who_rates_online_closes_the_case_without_a_call() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    long seen = Desk.version(callback);
    others.fileWithWords(known, 2, 1, "修好了，谢谢。");
    others.ratedOnline(known, 1, Solved.YES, null);

    List<Fact> said =
        log.awaitSaid(known.caseId(), CALLBACK_OPENED, EVALUATION_RECORDED, CASE_CLOSED);
    assertThat(said.get(1).event())
        .isInstanceOfSatisfying(
            EvaluationRecorded.class,
            recorded -> {
              assertThat(recorded.via()).isEqualTo(RatedVia.SELF_SERVICE);
              assertThat(recorded.callbackId()).isEqualTo(callback);
            });
    assertThat(said.get(1).envelope().actor()).isEqualTo("citizen");
    assertThat(said.get(1).envelope().causationId()).isNotNull();
    assertThat(((CaseClosed) said.get(2).event()).closedBy()).isEqualTo(ClosedBy.EVALUATED);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                Desk.read(callback)
                    .then()
                    .body("status", equalTo("EVALUATED"))
                    .body("decision", equalTo("CLOSED"))
                    .body("attempts", equalTo(0))
                    .body("evaluation.via", equalTo("SELF_SERVICE"))
                    .body("evaluation.verbatim", equalTo("修好了，谢谢。")));
    Desk.outcome(known).body("results[0].via", equalTo("SELF_SERVICE"));
    // An agent who had it open is told so, and so is one who looks at it now.
    Desk.command(Desk.agent(), seen)
        .body(Map.of("result", "REACHED"))
        .post("/api/callbacks/" + callback + "/attempts")
        .then()
        .statusCode(412);
    Desk.attempt(callback, "REACHED")
        .then()
        .statusCode(409)
        .body("code", equalTo("callback-ended"))
        .body("detailZh", containsString("自助评价"))
        .body("detailEn", containsString("without being called"));
    Desk.agent()
        .get("/api/callbacks?tab=open&limit=200")
        .then()
        .body("items.caseId", not(hasItem(known.caseId().toString())));
  }

  @Test
  void a_citizen_who_is_not_content_online_sends_the_case_back_as_on_the_telephone() {
    OtherServices.Known known = others.answeredDirectly(CaseKind.HELP, "operator");
    Desk.awaitCallback(known.caseId(), 0);
    others.ratedOnline(known, 0, Solved.NO, DissatisfactionReason.UNIT);
    assertThat(log.awaitLast(known.caseId(), CASE_REHANDLE_ORDERED).event())
        .isEqualTo(new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT));

    others.handled(known, 1);
    Desk.awaitCallback(known.caseId(), 1);
    others.ratedOnline(known, 1, Solved.NO, DissatisfactionReason.POLICY);
    assertThat(log.awaitLast(known.caseId(), CASE_CLOSED).event())
        .isInstanceOfSatisfying(
            CaseClosed.class,
            closed -> assertThat(closed.closedBy()).isEqualTo(ClosedBy.NOT_UNIT_SIDE));
    Desk.outcome(known)
        .body("results", hasSize(2))
        .body("results[0].via", equalTo("SELF_SERVICE"))
        .body("firstSolved", equalTo("NO"));
  }

  @Test
  void who_wanted_no_call_may_rate_online_all_the_same() {
    OtherServices.Known known = others.completedWithoutCallback();
    Desk.awaitCallback(known.caseId(), 1);
    others.ratedOnline(known, 1, Solved.YES, null);
    assertThat(((CaseClosed) log.awaitLast(known.caseId(), CASE_CLOSED).event()).satisfied())
        .isEqualTo(Answer.YES);
  }
}
