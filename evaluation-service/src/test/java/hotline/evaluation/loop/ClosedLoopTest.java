package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_MOVED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_REHANDLE_ORDERED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static hotline.lifecycle.EventType.EVALUATION_UNREACHABLE;
import static io.restassured.RestAssured.withArgs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitUnit;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackMoved;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.Fact;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.UnreachableReason;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EvaluationServers.class)
class ClosedLoopTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject DataSource database;
  @Inject MovedClock clock;

  @Test
  void a_satisfied_citizen_closes_the_case() {
    Instant completedAt = clock.instant();
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);

    Desk.attempt(callback, "NO_ANSWER").then().statusCode(200).body("attempts", equalTo(1));
    Desk.attempt(callback, "REACHED").then().statusCode(200).body("attempts", equalTo(2));
    Desk.rate(callback, Desk.satisfied())
        .then()
        .statusCode(200)
        .body("status", equalTo("EVALUATED"))
        .body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(
            known.caseId(),
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            EVALUATION_RECORDED,
            CASE_CLOSED);
    assertThat(said.get(0).event())
        .isEqualTo(new CallbackOpened(callback, 1, "cg", workDaysAfter(completedAt, 3)));
    assertThat(said.get(0).envelope().actor()).isEqualTo("system");
    assertThat(said.get(0).envelope().causationId()).isNotNull();
    assertThat(said.get(4).event())
        .isEqualTo(
            new CaseClosed(
                ClosedBy.EVALUATED,
                1,
                "cg",
                "/center/cg",
                Answer.YES,
                Solved.YES,
                Answer.YES,
                Answer.YES,
                Solved.YES,
                Answer.YES,
                said.get(4).envelope().time().plus(Duration.ofDays(15)),
                true));
    assertThat(said.get(4).envelope().actor()).isEqualTo("agent");
    assertThat(said)
        .extracting(fact -> fact.envelope().sequence())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
  }

  @Test
  void a_merged_case_is_called_back_by_itself_about_the_reply_to_its_main_case() {
    OtherServices.Known known = others.newCase();
    others.registered(known, CaseKind.HELP, Urgency.NORMAL);
    UUID main = UUID.randomUUID();
    others.say(known, Source.DISPATCH, new CaseMerged(main, MergeReason.SAME_PLACE));
    Instant answeredAt = clock.instant();
    others.say(
        known,
        Source.DISPATCH,
        new CaseAnsweredWithMain(
            main, 1, "cg", "/center/cg", true, "handler", "agent", answeredAt, false));

    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.read(callback)
        .then()
        .body("withMain", is(true))
        .body("callbackDue", equalTo(workDaysAfter(answeredAt, 3).toString()))
        .body("unit", nullValue());
    // Who reviewed the reply to the main case calls neither of the two.
    Desk.attempt(callback, "REACHED").then().statusCode(403);
    Desk.command(Desk.lead(), Desk.version(callback))
        .body(Map.of("result", "REACHED"))
        .post("/api/callbacks/" + callback + "/attempts")
        .then()
        .statusCode(200);
    Desk.command(Desk.lead(), Desk.version(callback))
        .body(Desk.unsolved("UNIT"))
        .post("/api/callbacks/" + callback + "/evaluation")
        .then()
        .statusCode(200)
        .body("decision", equalTo("REHANDLE"));
    List<Fact> said =
        log.awaitSaid(
            known.caseId(),
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            EVALUATION_RECORDED,
            CASE_REHANDLE_ORDERED);
    assertThat(said.get(3).event())
        .isEqualTo(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    // Its next round is its own.
    others.handled(known, 2);
    UUID own = Desk.awaitCallback(known.caseId(), 2);
    Desk.read(own).then().body("withMain", is(false));
  }

  @Test
  void a_request_corrected_to_a_suggestion_is_not_handled_again() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    others.corrected(known, CaseKind.SUGGESTION, Urgency.NORMAL);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(Desk.read(callback).<String>path("kind")).isEqualTo("SUGGESTION"));

    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("CLOSED"));
  }

  @Test
  void a_corrected_urgency_moves_the_open_callback_and_spoils_no_form() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    long version = Desk.version(callback);
    Instant opened = Instant.parse(Desk.read(callback).path("openedAt"));

    others.corrected(known, CaseKind.HELP, Urgency.URGENT);

    List<Fact> said = log.awaitSaid(known.caseId(), CALLBACK_OPENED, CALLBACK_MOVED);
    CallbackMoved moved = (CallbackMoved) said.get(1).event();
    assertThat(moved.callbackDue()).isEqualTo(workDaysAfter(opened, 1));
    assertThat(moved.dueBefore()).isEqualTo(workDaysAfter(opened, 3));
    assertThat(said.get(1).envelope().causationId()).isNotNull();
    assertThat(Desk.read(callback).<String>path("callbackDue"))
        .isEqualTo(moved.callbackDue().toString());
    assertThat(Desk.version(callback)).isEqualTo(version);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
  }

  @Test
  void an_unsolved_demand_is_handled_three_times_at_most() {
    OtherServices.Known known = others.completed();
    for (int round = 1; round <= 2; round++) {
      UUID callback = Desk.awaitCallback(known.caseId(), round);
      Desk.attempt(callback, "REACHED");
      Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("REHANDLE"));
      others.handled(known, round + 1);
    }
    UUID last = Desk.awaitCallback(known.caseId(), 3);
    Desk.attempt(last, "REACHED");
    Desk.rate(last, Desk.unsolved("UNIT")).then().body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(
            known.caseId(),
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            EVALUATION_RECORDED,
            CASE_REHANDLE_ORDERED,
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            EVALUATION_RECORDED,
            CASE_REHANDLE_ORDERED,
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            EVALUATION_RECORDED,
            CASE_CLOSED);
    assertThat(said.get(3).event())
        .isEqualTo(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    assertThat(said.get(11).event())
        .isInstanceOfSatisfying(
            CaseClosed.class,
            closed -> {
              assertThat(closed.closedBy()).isEqualTo(ClosedBy.ROUNDS_EXHAUSTED);
              assertThat(closed.rounds()).isEqualTo(3);
              assertThat(closed.citizenMayReopen()).isFalse();
            });
  }

  @Test
  void a_case_that_a_second_round_solved_keeps_its_first_result_beside_the_final_one() {
    others.unit("cg", "城市管理局");
    OtherServices.Known known = others.completed();
    UUID first = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(first, "REACHED");
    Desk.rate(first, Desk.unsolved("UNIT"));
    others.handled(known, 2);
    UUID second = Desk.awaitCallback(known.caseId(), 2);
    Desk.attempt(second, "REACHED");
    Desk.rate(second, Desk.satisfied());

    Desk.as("clerk", Role.LEADER)
        .get("/api/cases/" + known.caseId() + "/outcome")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("rounds", equalTo(2))
        .body("firstSolved", equalTo("NO"))
        .body("results", hasSize(2))
        .body("results[1].solved", equalTo("YES"))
        .body("results[1].unitName", equalTo("城市管理局"));
  }

  @Test
  void a_reason_outside_the_unit_closes_the_case_at_once() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.unsolved("POLICY")).then().body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(
            known.caseId(), CALLBACK_OPENED, CALLBACK_ATTEMPTED, EVALUATION_RECORDED, CASE_CLOSED);
    assertThat(((CaseClosed) said.get(3).event()).closedBy()).isEqualTo(ClosedBy.NOT_UNIT_SIDE);
  }

  @Test
  void praise_and_suggestions_are_closed_with_their_rating_and_never_handled_again() {
    for (CaseKind kind : List.of(CaseKind.PRAISE, CaseKind.SUGGESTION)) {
      OtherServices.Known known = others.completed(kind, Urgency.NORMAL);
      UUID callback = Desk.awaitCallback(known.caseId(), 1);
      Desk.attempt(callback, "REACHED");
      Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("CLOSED"));

      List<Fact> said =
          log.awaitSaid(
              known.caseId(),
              CALLBACK_OPENED,
              CALLBACK_ATTEMPTED,
              EVALUATION_RECORDED,
              CASE_CLOSED);
      assertThat(said.get(3).event())
          .isInstanceOfSatisfying(
              CaseClosed.class,
              closed -> {
                assertThat(closed.closedBy()).isEqualTo(ClosedBy.EVALUATED);
                assertThat(closed.solved()).isEqualTo(Solved.NO);
                assertThat(closed.citizenMayReopen()).isFalse();
              });
    }
  }

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
    outcome(known).body("status", equalTo("PENDING_DISPATCH"));
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
    outcome(known).body("results[0].via", equalTo("SELF_SERVICE"));
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
    outcome(known)
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

  @Test
  void a_reopened_case_is_handled_once_more_and_each_round_keeps_its_rating() {
    OtherServices.Known known = others.completed();
    UUID first = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(first, "REACHED");
    Desk.rate(first, Desk.satisfied());
    Instant closedAt = log.awaitLast(known.caseId(), CASE_CLOSED).envelope().time();

    others.say(
        known,
        Source.INTAKE,
        new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));

    Fact reopened = log.awaitLast(known.caseId(), CASE_REOPENED);
    assertThat(reopened.event())
        .isEqualTo(new CaseReopened(2, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
    assertThat(reopened.envelope().actor()).isEqualTo("system");
    assertThat(reopened.envelope().causationId()).isNotNull();
    outcome(known)
        .body("status", equalTo("REHANDLING"))
        .body("results", hasSize(1))
        .body("results[0].solved", equalTo("YES"));

    others.handled(known, 2);
    UUID second = Desk.awaitCallback(known.caseId(), 2);
    Desk.attempt(second, "REACHED");
    Desk.rate(second, Desk.unsolved("POLICY")).then().body("decision", equalTo("CLOSED"));

    assertThat(log.awaitLast(known.caseId(), CASE_CLOSED).event())
        .isInstanceOfSatisfying(
            CaseClosed.class,
            closed -> {
              assertThat(closed.rounds()).isEqualTo(2);
              assertThat(closed.solved()).isEqualTo(Solved.NO);
              assertThat(closed.firstSolved()).isEqualTo(Solved.YES);
              assertThat(closed.citizenMayReopen()).isTrue();
            });
    outcome(known)
        .body("results[0].solved", equalTo("YES"))
        .body("results[1].solved", equalTo("NO"));
  }

  private static ValidatableResponse outcome(OtherServices.Known known) {
    return Desk.as("the-leader", Role.LEADER)
        .get("/api/cases/" + known.caseId() + "/outcome")
        .then()
        .statusCode(200);
  }

  @Test
  void silence_closes_the_case_as_unknown_and_only_after_three_attempts_on_two_days() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "NO_ANSWER");
    Desk.attempt(callback, "WRONG_PERSON");
    Desk.attempt(callback, "NO_ANSWER");
    giveUp(callback).then().statusCode(409).body("code", equalTo("attempts-not-exhausted"));

    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    Desk.attempt(callback, "NO_ANSWER");
    giveUp(callback)
        .then()
        .statusCode(200)
        .body("status", equalTo("UNREACHABLE"))
        .body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(
            known.caseId(),
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            EVALUATION_UNREACHABLE,
            CASE_CLOSED);
    assertThat(said.get(5).event())
        .isEqualTo(
            new EvaluationUnreachable(callback, 1, "cg", 4, UnreachableReason.ATTEMPTS_EXHAUSTED));
    assertThat(said.get(6).event())
        .isInstanceOfSatisfying(
            CaseClosed.class,
            closed -> {
              assertThat(closed.closedBy()).isEqualTo(ClosedBy.UNREACHABLE);
              assertThat(closed.satisfied()).isEqualTo(Answer.UNKNOWN);
              assertThat(closed.solved()).isEqualTo(Solved.UNKNOWN);
            });
    Desk.read(callback).then().body("evaluation", nullValue());
  }

  @Test
  void in_the_quiet_hours_no_call_in_vain_is_recorded_but_who_rings_is_reached() {
    UUID silent = Desk.awaitCallback(others.completed().caseId(), 1);
    UUID ringing = Desk.awaitCallback(others.completed().caseId(), 1);
    Desk.read(silent)
        .then()
        .body("quietHours.from", equalTo("21:00"))
        .body("quietHours.to", equalTo("08:00"));
    Desk.agent().get("/api/callbacks").then().body("quietHours.to", equalTo("08:00"));

    ZonedDateTime night =
        clock.instant().atZone(WorkCalendar.china().zone()).with(LocalTime.of(23, 58));
    ZonedDateTime morning = night.plusDays(1).with(LocalTime.of(8, 0));
    clock.moveTo(night.toInstant());
    Desk.attempt(silent, "NO_ANSWER")
        .then()
        .statusCode(409)
        .body("code", equalTo("quiet-hours"))
        .body("nextAt", equalTo(morning.toInstant().toString()))
        .body("detailZh", containsString("21:00 至次日 08:00"))
        .body("detailEn", containsString("between 21:00 and 08:00"));
    Desk.attempt(ringing, "REACHED").then().statusCode(200);
    Desk.read(silent).then().body("attempts", equalTo(0)).body("version", equalTo(0));

    clock.moveTo(morning.toInstant());
    Desk.attempt(silent, "NO_ANSWER").then().statusCode(200).body("attempts", equalTo(1));
    clock.moveTo(morning.with(LocalTime.of(10, 0)).toInstant());
  }

  @Test
  void who_wants_no_callback_is_shown_as_such_and_closed_as_unknown_without_a_call() {
    OtherServices.Known known = others.completedWithoutCallback();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    UUID wanted = Desk.awaitCallback(others.completed().caseId(), 1);
    Desk.read(callback).then().body("wantsCallback", equalTo(false));
    Desk.agent()
        .get("/api/callbacks?tab=all&limit=200")
        .then()
        .body("items.find { it.callbackId == '%s' }.wantsCallback", withArgs(callback), is(false))
        .body("items.find { it.callbackId == '%s' }.wantsCallback", withArgs(wanted), is(true));

    giveUp(wanted).then().statusCode(409).body("code", equalTo("attempts-not-exhausted"));
    giveUp(callback)
        .then()
        .statusCode(200)
        .body("status", equalTo("UNREACHABLE"))
        .body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(known.caseId(), CALLBACK_OPENED, EVALUATION_UNREACHABLE, CASE_CLOSED);
    assertThat(said.get(1).event())
        .isEqualTo(new EvaluationUnreachable(callback, 1, "cg", 0, UnreachableReason.NOT_ASKED));
    assertThat(said.get(2).event())
        .isEqualTo(
            new CaseClosed(
                ClosedBy.UNREACHABLE,
                1,
                "cg",
                "/center/cg",
                Answer.UNKNOWN,
                Solved.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                Solved.UNKNOWN,
                Answer.UNKNOWN,
                said.get(2).envelope().time().plus(Duration.ofDays(15)),
                true));
  }

  @Test
  void the_table_knows_too_that_only_who_wants_no_callback_is_given_up_without_a_call()
      throws SQLException {
    UUID wanted = Desk.awaitCallback(others.completed().caseId(), 1);
    try (Connection connection = database.getConnection();
        PreparedStatement giveUp =
            connection.prepareStatement(
                "update callback set status = 'UNREACHABLE', decision = 'CLOSED',"
                    + " ended_at = now() where callback_id = ?")) {
      giveUp.setObject(1, wanted);
      assertThatThrownBy(giveUp::executeUpdate)
          .hasMessageContaining("unreachable_was_never_reached");
    }
  }

  private static io.restassured.response.Response giveUp(UUID callback) {
    return Desk.command(Desk.lead(), Desk.version(callback))
        .post("/api/callbacks/" + callback + "/unreachable");
  }

  @Test
  void of_several_agents_who_rate_at_the_same_moment_one_does() throws Exception {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED");
    ExecutorService agents = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> ratings =
          Collections.nCopies(
              6,
              () ->
                  Desk.command(Desk.agent(), 1)
                      .body(Desk.satisfied())
                      .post("/api/callbacks/" + callback + "/evaluation")
                      .statusCode());
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : agents.invokeAll(ratings)) {
        answers.add(answer.get());
      }

      assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
    } finally {
      agents.shutdown();
    }
    log.awaitSaid(
        known.caseId(), CALLBACK_OPENED, CALLBACK_ATTEMPTED, EVALUATION_RECORDED, CASE_CLOSED);
  }

  @Test
  void an_urgent_case_is_to_be_called_back_within_one_work_day() {
    Instant completedAt = clock.instant();
    OtherServices.Known known = others.completed(CaseKind.COMPLAINT, Urgency.URGENT);

    assertThat(log.awaitSaid(known.caseId(), CALLBACK_OPENED).get(0).event())
        .isInstanceOfSatisfying(
            CallbackOpened.class,
            opened -> assertThat(opened.callbackDue()).isEqualTo(workDaysAfter(completedAt, 1)));
  }

  private static Instant workDaysAfter(Instant start, int days) {
    return DueTime.compute(
        start, Limit.of(days, LimitUnit.WORK_DAY), WorkCalendar.china(), List.of(), List.of());
  }
}
