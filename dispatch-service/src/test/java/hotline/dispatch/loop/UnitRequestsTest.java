package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What units ask for and the centre decides, with everything that follows from it. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class UnitRequestsTest {

  private static final Map<String, String> RETURN =
      Map.of(
          "reason", "NOT_OUR_DUTY",
          "legalBasis", "《城市道路管理条例》第六条",
          "suggestedUnitId", "zj");
  private static final Map<String, Object> EXTENSION =
      Map.of("reason", "WORKS_IN_PROGRESS", "grounds", "路面养护需 7 天。", "workDays", 2);
  private static final Map<String, String> GRANT = Map.of("decision", "GRANT");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;

  @Test
  void a_granted_return_sends_the_case_back_and_the_next_unit_has_every_limit_in_full() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    assertThat(Desk.task(task).getString("status")).isEqualTo("RETURN_REQUESTED");
    assertThat(Desk.task(task).getString("requests[0].basis")).contains("第六条");
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(409);
    clock.moveBy(Duration.ofHours(1));

    Desk.decide(task, "return-requests", no, GRANT)
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNED"));

    JsonPath waiting =
        Desk.as(Role.DISPATCHER).get("/api/cases/pending?limit=200").then().extract().jsonPath();
    String item = "items.find { it.caseId == '" + known.caseId() + "' }.";
    assertThat(waiting.getInt(item + "comeBack.returnCount")).isEqualTo(1);
    assertThat(waiting.getString(item + "comeBack.returnedUnitId")).isEqualTo("cg");
    assertThat(waiting.getString(item + "comeBack.proposedUnitId")).isEqualTo("zj");
    assertThat(Desk.caseOf(known.caseId()).getString("leadUnitId")).isNull();
    Desk.dispatch(known.caseId(), waiting.getLong(item + "version"), Map.of("leadUnitId", "zj"))
        .then()
        .statusCode(201)
        .body("round", equalTo(1));
    JsonPath next = Desk.task(Desk.openLead(known.caseId()));
    assertThat(next.getString("unitId")).isEqualTo("zj");
    assertThat(Instant.parse(next.getString("createdAt"))).isEqualTo(clock.instant());
    assertThat(next.getString("routing.explanation.zh")).contains("该工单已退单 1 次");
    // The unit that gave it back still reads what it had.
    Desk.clerk().get("/api/assignments/" + task).then().statusCode(200);
    assertThat(types(known))
        .containsExactly(
            EventType.CASE_DISPATCHED,
            EventType.ASSIGNMENT_CREATED,
            EventType.ASSIGNMENT_SIGNED,
            EventType.ASSIGNMENT_RETURN_REQUESTED,
            EventType.ASSIGNMENT_RETURNED,
            EventType.CASE_DISPATCHED,
            EventType.ASSIGNMENT_CREATED);
    AssignmentReturned returned = (AssignmentReturned) log.factsOf(known.caseId()).get(4).event();
    assertThat(returned.suggestedUnitId()).isEqualTo("zj");
    assertThat(returned.returnCount()).isEqualTo(1);
  }

  @Test
  void a_task_that_nobody_gave_back_in_time_counts_as_accepted_once() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    long version = Desk.version(task);
    Instant until = Instant.parse(Desk.task(task).getString("allowances.returning.until"));
    clock.moveBy(Duration.between(clock.instant(), until).plusMinutes(1));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(types(known)).contains(EventType.ASSIGNMENT_DEEMED_ACCEPTED));
    assertThat(Desk.task(task).getString("deemedAcceptedAt")).isNotNull();
    assertThat(Desk.task(task).getString("allowances.returning.whyNot.zh")).contains("视为接受");
    // No form gets stale by it.
    Desk.sign(Desk.clerk(), task, version).then().statusCode(200);

    clock.moveBy(Duration.ofDays(1).plusHours(1));
    log.awaitLast(known.caseId(), EventType.ASSIGNMENT_SIGNED);
    assertThat(types(known))
        .filteredOn(type -> type == EventType.ASSIGNMENT_DEEMED_ACCEPTED)
        .hasSize(1);
  }

  @Test
  void a_refused_return_leads_back_and_the_unit_that_had_not_signed_signs() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    String due = Desk.task(task).getString("replyDue");
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);

    Desk.decide(task, "return-requests", no, Map.of("decision", "REFUSE"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("refusal"));
    Desk.decide(
            task,
            "return-requests",
            no,
            Map.of("decision", "REFUSE", "refusal", "WITHIN_DUTIES", "comment", "属于贵局职责"))
        .then()
        .statusCode(200)
        .body("status", equalTo("PENDING_SIGN"));

    JsonPath found = Desk.task(task);
    assertThat(found.getString("replyDue")).isEqualTo(due);
    assertThat(found.getString("requests[0].state")).isEqualTo("REFUSED");
    assertThat(found.getString("requests[0].decision.comment")).isEqualTo("属于贵局职责");
    Desk.decide(task, "return-requests", no, GRANT)
        .then()
        .statusCode(409)
        .body("code", equalTo("request-not-open"));
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
  }

  @Test
  void who_asked_in_time_may_act_first_and_is_not_charged_for_the_time_of_the_decision() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Instant signDue = Instant.parse(Desk.task(task).getString("signDue"));
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    Known witness = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    Desk.awaitTask(witness.caseId(), 1);
    clock.moveBy(Duration.ofHours(2));
    log.awaitLast(witness.caseId(), EventType.DEADLINE_MISSED);

    Desk.sign(Desk.clerk(), task, Desk.version(task))
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURN_REQUESTED"))
        .body("late", equalTo(false));
    Desk.decide(
            task,
            "return-requests",
            no,
            Map.of("decision", "REFUSE", "refusal", "WITHIN_DUTIES", "comment", "属于贵局职责"))
        .then()
        .statusCode(200)
        .body("status", equalTo("SIGNED"));

    assertThat(Instant.parse(Desk.task(task).getString("signDue")))
        .isEqualTo(signDue.plus(Duration.ofHours(2)));
    Desk.contact(Desk.clerk(), task, Desk.version(task))
        .then()
        .statusCode(200)
        .body("late", equalTo(false));
    assertThat(types(known)).doesNotContain(EventType.DEADLINE_MISSED);
    JsonPath deadlines =
        Desk.as(Role.SUPERVISOR).get("/api/assignments/" + task + "/deadlines").jsonPath();
    assertThat(deadlines.getString("items[0].explanation.due"))
        .isEqualTo(deadlines.getString("items[0].dueAt"));
  }

  @Test
  void after_its_window_a_return_is_refused_with_the_moment_at_which_it_ended() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Instant until = clock.instant().plus(Duration.ofHours(1));
    assertThat(Desk.task(task).getString("allowances.returning.until")).isEqualTo(until.toString());
    assertThat(Desk.task(task).getString("allowances.returning.whyNot")).isNull();
    clock.moveBy(Duration.ofMinutes(61));
    log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);

    Desk.ask(Desk.clerk(), task, "return-requests", Desk.version(task), RETURN)
        .then()
        .statusCode(409)
        .body("code", equalTo("return-window-passed"))
        .body("returnUntil", equalTo(until.toString()))
        .body("detailZh", containsString("截止"))
        .body("detailEn", containsString("ended on"));
    assertThat(Desk.task(task).getString("allowances.returning.whyNot.zh")).contains("截止");
    assertThat(Desk.task(task).getList("requests")).isEmpty();
  }

  @Test
  void a_case_that_came_back_twice_is_designated_and_stays() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID first = Desk.awaitTask(known.caseId(), 1);
    int no = Desk.asked(Desk.clerk(), first, "return-requests", RETURN);
    Desk.decide(first, "return-requests", no, Map.of("decision", "GRANT", "toUnitId", "zj"))
        .then()
        .statusCode(200);
    UUID second = Desk.openLead(known.caseId());
    no = Desk.asked(builders(), second, "return-requests", RETURN);
    // Back to the unit that had it first: it may have it again.
    Desk.decide(second, "return-requests", no, Map.of("decision", "GRANT", "toUnitId", "cg"))
        .then()
        .statusCode(200);
    UUID third = Desk.openLead(known.caseId());

    assertThat(Desk.task(third).getString("unitId")).isEqualTo("cg");
    Desk.ask(Desk.clerk(), third, "return-requests", Desk.version(third), RETURN)
        .then()
        .statusCode(409)
        .body("code", equalTo("returns-used-up"))
        .body("returnCount", equalTo(2));
    assertThat(Desk.task(third).getInt("allowances.returning.used")).isEqualTo(2);
  }

  @Test
  void an_extension_moves_the_due_time_and_the_old_one_is_never_missed() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.URGENT, null);
    UUID task = contacted(known);
    Instant before = Instant.parse(Desk.task(task).getString("replyDue"));
    assertThat(Desk.task(task).getInt("allowances.extension.workDays")).isEqualTo(2);
    Desk.ask(
            Desk.clerk(),
            task,
            "extension-requests",
            Desk.version(task),
            Map.of("reason", "COMPLEX", "grounds", "情况复杂", "workDays", 3))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("too-many"));
    int no = Desk.asked(Desk.clerk(), task, "extension-requests", EXTENSION);
    assertThat(Desk.task(task).getString("status")).isEqualTo("CONTACTED");
    assertThat(Desk.task(task).getString("openRequest")).isEqualTo("EXTENSION");

    Desk.decide(task, "extension-requests", no, GRANT).then().statusCode(200);

    Instant due = Instant.parse(Desk.task(task).getString("replyDue"));
    assertThat(due).isAfter(before);
    assertThat(Desk.task(task).getInt("allowances.extension.used")).isEqualTo(1);
    AssignmentExtended extended =
        (AssignmentExtended) last(log.awaitLast(known.caseId(), EventType.ASSIGNMENT_EXTENDED));
    assertThat(extended.replyDueBefore()).isEqualTo(before);
    assertThat(extended.replyDue()).isEqualTo(due);
    assertThat(extended.late()).isFalse();
    JsonPath deadlines =
        Desk.clerk().get("/api/assignments/" + task + "/deadlines").then().extract().jsonPath();
    assertThat(deadlines.getList("items[2].explanation.remarks.topic")).contains("EXTENSION");

    Known witness = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.URGENT, null);
    contacted(witness);
    clock.moveBy(Duration.between(clock.instant(), before).plus(Duration.ofHours(1)));
    log.awaitLast(witness.caseId(), EventType.DEADLINE_MISSED);
    assertThat(types(known)).doesNotContain(EventType.DEADLINE_MISSED);
    clock.moveBy(Duration.between(clock.instant(), due).plus(Duration.ofMinutes(1)));
    log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);
  }

  @Test
  void an_extension_granted_after_the_due_time_is_late_and_both_facts_are_kept() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.URGENT, null);
    UUID task = contacted(known);
    int no = Desk.asked(Desk.clerk(), task, "extension-requests", EXTENSION);
    Instant due = Instant.parse(Desk.task(task).getString("replyDue"));
    clock.moveBy(Duration.between(clock.instant(), due).plus(Duration.ofMinutes(1)));
    log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);

    Desk.decide(task, "extension-requests", no, GRANT).then().statusCode(200);

    AssignmentExtended extended =
        (AssignmentExtended) last(log.awaitLast(known.caseId(), EventType.ASSIGNMENT_EXTENDED));
    assertThat(extended.late()).isTrue();
    assertThat(types(known)).contains(EventType.DEADLINE_MISSED);
    JsonPath found = Desk.task(task);
    assertThat(found.getBoolean("replyMissed")).isTrue();
    assertThat(found.getBoolean("nextDeadline.overdue")).isFalse();
    Desk.ask(Desk.clerk(), task, "extension-requests", Desk.version(task), EXTENSION)
        .then()
        .statusCode(409)
        .body("code", equalTo("extensions-used-up"));
  }

  @Test
  void more_time_is_not_asked_for_when_it_is_over() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.URGENT, null);
    UUID task = contacted(known);
    Instant due = Instant.parse(Desk.task(task).getString("replyDue"));
    clock.moveBy(Duration.between(clock.instant(), due).plus(Duration.ofMinutes(1)));
    log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);

    Desk.ask(Desk.clerk(), task, "extension-requests", Desk.version(task), EXTENSION)
        .then()
        .statusCode(409)
        .body("code", equalTo("extension-after-due"))
        .body("replyDue", equalTo(due.toString()));
  }

  @Test
  void a_hold_stops_the_clock_and_its_timer_ends_it_once_with_the_work_time_that_was_left() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = contacted(known);
    clock.moveBy(Duration.ofHours(1));
    Instant until = clock.instant().plus(Duration.ofDays(7));
    long left = Desk.task(task).getLong("nextDeadline.remainingWorkMinutes");
    int no = Desk.asked(Desk.clerk(), task, "hold-requests", hold(until));

    Desk.decide(task, "hold-requests", no, GRANT)
        .then()
        .statusCode(200)
        .body("status", equalTo("HELD"));

    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("ON_HOLD");
    JsonPath held = Desk.task(task);
    assertThat(held.getString("heldUntil")).isEqualTo(until.toString());
    assertThat(held.getString("nextDeadline")).isNull();
    assertThat(held.getString("light")).isEqualTo("NONE");
    Desk.reply(Desk.clerk(), task, Desk.version(task))
        .then()
        .statusCode(409)
        .body("detail", containsString("挂起"));

    clock.moveBy(Duration.ofDays(7));
    Desk.awaitStatus(known.caseId(), "HANDLING");
    JsonPath resumed = Desk.task(task);
    assertThat(resumed.getString("status")).isEqualTo("HANDLING");
    assertThat(resumed.getLong("nextDeadline.remainingWorkMinutes")).isEqualTo(left);
    JsonPath deadlines =
        Desk.clerk().get("/api/assignments/" + task + "/deadlines").then().extract().jsonPath();
    assertThat(deadlines.getList("items[2].explanation.spans.reason")).contains("PAUSED");
    assertThat(deadlines.getList("items[2].explanation.spans.label")).contains("挂起");
    Desk.reply(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    assertThat(types(known)).containsOnlyOnce(EventType.ASSIGNMENT_RESUMED);
    assertThat(types(known)).doesNotContain(EventType.DEADLINE_MISSED);
  }

  @Test
  void the_centre_may_end_a_hold_and_its_timer_then_finds_nothing_to_do() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = contacted(known);
    held(task, Duration.ofDays(1));
    Known witness = others.accepted(OtherServices.ROADS);
    UUID other = contacted(witness);
    held(other, Duration.ofDays(1));

    Desk.ask(Desk.as(Role.DISPATCHER), task, "resumption", Desk.version(task), Map.of())
        .then()
        .statusCode(200)
        .body("status", equalTo("HANDLING"));
    Desk.ask(Desk.as(Role.DISPATCHER), task, "resumption", Desk.version(task), Map.of())
        .then()
        .statusCode(409);
    clock.moveBy(Duration.ofDays(1));
    log.awaitLast(witness.caseId(), EventType.ASSIGNMENT_RESUMED);

    assertThat(types(known)).containsOnlyOnce(EventType.ASSIGNMENT_RESUMED);
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("HANDLING");
  }

  @Test
  void a_hold_ends_in_the_future_and_within_what_the_policy_allows() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));

    Desk.ask(
            Desk.clerk(),
            task,
            "hold-requests",
            Desk.version(task),
            hold(clock.instant().minus(Duration.ofMinutes(1))))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("not-in-the-future"));
    Desk.ask(
            Desk.clerk(),
            task,
            "hold-requests",
            Desk.version(task),
            hold(clock.instant().plus(Duration.ofDays(181))))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("too-late"));
    Desk.ask(Desk.clerk(), task, "hold-requests", Desk.version(task), Map.of())
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("reason", "evidence", "resumeAt")));
    int no =
        Desk.asked(
            Desk.clerk(), task, "hold-requests", hold(clock.instant().plus(Duration.ofHours(2))));
    clock.moveBy(Duration.ofHours(3));
    Desk.decide(task, "hold-requests", no, GRANT)
        .then()
        .statusCode(409)
        .body("code", equalTo("hold-over"));
    Desk.decide(
            task, "hold-requests", no, Map.of("decision", "REFUSE", "refusal", "LACK_OF_EVIDENCE"))
        .then()
        .statusCode(200)
        .body("status", equalTo("CONTACTED"));
  }

  @Test
  void a_withdrawal_ends_a_held_task_and_what_was_asked_for_lapses() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = contacted(known);
    held(task, Duration.ofDays(3));
    Known asking = others.accepted(OtherServices.ROADS);
    UUID open = contacted(asking);
    int no = Desk.asked(Desk.clerk(), open, "extension-requests", EXTENSION);
    others.withdrawn(known);
    others.withdrawn(asking);

    Desk.awaitStatus(known.caseId(), "WITHDRAWN");
    Desk.awaitStatus(asking.caseId(), "WITHDRAWN");
    assertThat(Desk.task(task).getString("status")).isEqualTo("CANCELLED");
    assertThat(Desk.task(open).getString("requests[0].state")).isEqualTo("LAPSED");
    Desk.decide(open, "extension-requests", no, GRANT)
        .then()
        .statusCode(409)
        .body("code", equalTo("request-not-open"));
    clock.moveBy(Duration.ofDays(3));
    Known witness = others.accepted(OtherServices.ROADS);
    UUID later = contacted(witness);
    held(later, Duration.ofMinutes(1));
    clock.moveBy(Duration.ofMinutes(2));
    log.awaitLast(witness.caseId(), EventType.ASSIGNMENT_RESUMED);
    assertThat(types(known)).doesNotContain(EventType.ASSIGNMENT_RESUMED);
  }

  @Test
  void a_reply_makes_the_request_lapse() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    Desk.asked(Desk.clerk(), task, "extension-requests", EXTENSION);

    Desk.reply(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);

    assertThat(Desk.task(task).getString("requests[0].state")).isEqualTo("LAPSED");
    assertThat(Desk.task(task).getString("openRequest")).isNull();
  }

  @Test
  void a_dispatcher_takes_a_task_back_and_gives_it_to_another_unit_at_once() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = contacted(known);
    Desk.asked(Desk.clerk(), task, "extension-requests", EXTENSION);

    recall(task, Map.of("reason", "MISROUTED", "note", "应由住建局承办", "toUnitId", "zj"))
        .then()
        .statusCode(200)
        .body("status", equalTo("RECALLED"));

    UUID next = Desk.openLead(known.caseId());
    assertThat(Desk.task(next).getString("unitId")).isEqualTo("zj");
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("DISPATCHED");
    assertThat(Desk.task(task).getString("recall.note")).isEqualTo("应由住建局承办");
    assertThat(Desk.task(task).getString("requests[0].state")).isEqualTo("LAPSED");
    assertThat(types(known))
        .endsWith(
            EventType.ASSIGNMENT_RECALLED, EventType.CASE_DISPATCHED, EventType.ASSIGNMENT_CREATED);
    assertThat(log.factsOf(known.caseId()))
        .extracting(fact -> fact.envelope().sequence())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, log.factsOf(known.caseId()).size()).boxed().toList());
    Desk.handle(next, this::builders);
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
  }

  @Test
  void a_lead_that_is_taken_back_ends_its_round_and_the_dispatcher_decides_anew() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(
            known.caseId(), version, Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj", "jt")))
        .then()
        .statusCode(201);
    UUID builder = coTask(known, "zj");

    // A co-handler alone is replaced, and the case stays with its lead.
    recall(builder, Map.of("reason", "UNIT_UNAVAILABLE", "toUnitId", "jt"))
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-has-it-already"));
    recall(builder, Map.of("reason", "UNIT_UNAVAILABLE", "toUnitId", "hb")).then().statusCode(200);
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("DISPATCHED");
    assertThat(Desk.task(coTask(known, "hb")).getString("status")).isEqualTo("PENDING_SIGN");

    recall(Desk.openLead(known.caseId()), Map.of("reason", "RAISED")).then().statusCode(200);

    JsonPath waiting = Desk.caseOf(known.caseId());
    assertThat(waiting.getString("status")).isEqualTo("PENDING_DISPATCH");
    assertThat(waiting.getList("assignments.findAll { it.endedAt == null }")).isEmpty();
    assertThat(Desk.task(coTask(known, "jt")).getString("recall.reason")).isEqualTo("LEAD_CHANGED");
    Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", "jt"))
        .then()
        .statusCode(201);
    Desk.handle(Desk.openLead(known.caseId()), () -> Desk.clerk("jt", "/center/jt"));
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
  }

  @Test
  void a_co_handler_that_gives_its_part_back_leaves_the_case_with_its_lead() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj")))
        .then()
        .statusCode(201);
    UUID co = coTask(known, "zj");
    int no = Desk.asked(builders(), co, "return-requests", RETURN);
    Desk.decide(co, "return-requests", no, GRANT).then().statusCode(200);

    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("DISPATCHED");
    // The lead waits for nobody any more.
    Desk.replied(Desk.openLead(known.caseId()), Desk::clerk);
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("PENDING_REVIEW");
  }

  @Test
  void nobody_decides_about_a_request_of_their_own_unit_and_no_unit_decides_at_all() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    String decision = "/api/assignments/" + task + "/return-requests/" + no + "/decision";

    Desk.command(Desk.as("clerk-of-cg", Role.DISPATCHER, "center", "/center"), 1)
        .body(GRANT)
        .post(decision)
        .then()
        .statusCode(403)
        .body("code", equalTo("same-person"));
    Desk.command(Desk.as("another", Role.DISPATCHER, "cg", "/center/cg"), 1)
        .body(GRANT)
        .post(decision)
        .then()
        .statusCode(403);
    for (Role role : List.of(Role.CLERK, Role.UNIT_LEADER, Role.SUPERVISOR, Role.OPERATOR)) {
      Desk.command(Desk.as(role), 1).body(GRANT).post(decision).then().statusCode(403);
    }
    Desk.ask(builders(), task, "return-requests", 1, RETURN)
        .then()
        .statusCode(403)
        .body("code", equalTo("other-unit"));
    Desk.command(Desk.as(Role.DISPATCHER), 0).body(GRANT).post(decision).then().statusCode(412);
    Desk.command(Desk.as(Role.DISPATCHER), 1)
        .body(GRANT)
        .post("/api/assignments/" + task + "/hold-requests/" + no + "/decision")
        .then()
        .statusCode(404);
  }

  @Test
  void the_same_key_asks_once() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    String key = UUID.randomUUID().toString();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      numbers.add(
          Desk.clerk()
              .header("If-Match", "\"2\"")
              .header("Idempotency-Key", key)
              .body(EXTENSION)
              .post("/api/assignments/" + task + "/extension-requests")
              .then()
              .statusCode(201)
              .extract()
              .path("requestNo"));
    }
    assertThat(numbers).containsExactly(1, 1);
    assertThat(Desk.task(task).getList("requests")).hasSize(1);
    Desk.ask(Desk.clerk(), task, "extension-requests", Desk.version(task), EXTENSION)
        .then()
        .statusCode(409)
        .body("code", equalTo("request-still-open"))
        .body("openRequest", equalTo("EXTENSION"));
  }

  @Test
  void the_queue_of_the_dispatcher_counts_exactly_what_waits() {
    UUID returning = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    UUID extending = contacted(others.accepted(OtherServices.ROADS));
    UUID holding = contacted(others.accepted(OtherServices.ROADS));
    JsonPath before = queue("");
    int first = Desk.asked(Desk.clerk(), returning, "return-requests", RETURN);
    Desk.asked(Desk.clerk(), extending, "extension-requests", EXTENSION);
    Desk.asked(
        Desk.clerk(), holding, "hold-requests", hold(clock.instant().plus(Duration.ofDays(9))));

    JsonPath after = queue("");
    assertThat(after.getLong("count")).isEqualTo(before.getLong("count") + 3);
    assertThat(after.getLong("count")).isEqualTo(after.getList("items").size());
    for (String kind : List.of("RETURN", "EXTENSION", "HOLD")) {
      assertThat(queue("&kind=" + kind).getLong("count"))
          .isEqualTo(after.getLong("counts." + kind))
          .isEqualTo(queue("&kind=" + kind).getList("items").size())
          .isEqualTo(before.getLong("counts." + kind) + 1);
    }
    String item = "items.find { it.assignmentId == '" + returning + "' }.";
    assertThat(after.getString(item + "request.reason")).isEqualTo("NOT_OUR_DUTY");
    assertThat(after.getString(item + "suggestedUnitName")).isNotBlank();
    assertThat(after.getString(item + "title")).startsWith("诉求");

    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = queue("&limit=1" + cursor);
      paged.addAll(page.getList("items.assignmentId", String.class));
      cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.get("nextCursor");
    } while (cursor != null);
    assertThat(paged).isEqualTo(after.getList("items.assignmentId", String.class));

    Desk.decide(returning, "return-requests", first, GRANT).then().statusCode(200);
    assertThat(queue("").getLong("count")).isEqualTo(before.getLong("count") + 2);
    Desk.as(Role.CLERK).get("/api/unit-requests/pending").then().statusCode(403);
    Desk.as(Role.DISPATCHER)
        .get("/api/unit-requests/pending?kind=NONE")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("kind"));
  }

  @Test
  void what_waits_for_the_centre_has_a_tab_of_its_own_and_is_not_overdue() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    held(task, Duration.ofDays(20));

    JsonPath waiting =
        Desk.clerk().get("/api/assignments?tab=waiting&limit=200").then().extract().jsonPath();
    assertThat(waiting.getList("items.assignmentId")).contains(task.toString());
    assertThat(waiting.getLong("count"))
        .isEqualTo(waiting.getLong("counts.waiting"))
        .isEqualTo(waiting.getList("items").size());
    clock.moveBy(Duration.ofDays(19));
    assertThat(
            Desk.clerk()
                .get("/api/assignments?tab=overdue&limit=200")
                .jsonPath()
                .getList("items.assignmentId"))
        .doesNotContain(task.toString());
    Desk.as(Role.DISPATCHER)
        .get("/api/assignments/" + task)
        .then()
        .body("nextDeadline", nullValue());
  }

  private static Map<String, Object> hold(Instant until) {
    return Map.of("reason", "SEASON", "evidence", "冬季无法铺设沥青。", "resumeAt", until.toString());
  }

  private void held(UUID task, Duration time) {
    int no = Desk.asked(Desk.clerk(), task, "hold-requests", hold(clock.instant().plus(time)));
    Desk.decide(task, "hold-requests", no, GRANT).then().statusCode(200);
  }

  private UUID contacted(Known known) {
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200);
    return task;
  }

  private RequestSpecification builders() {
    return Desk.clerk("zj", "/center/zj");
  }

  private static Response recall(UUID task, Map<String, ?> body) {
    return Desk.ask(Desk.as(Role.DISPATCHER), task, "recall", Desk.version(task), body);
  }

  private static UUID coTask(Known known, String unit) {
    return UUID.fromString(
        Desk.caseOf(known.caseId())
            .getString(
                "assignments.find { it.role == 'CO' && it.unitId == '"
                    + unit
                    + "' }.assignmentId"));
  }

  private static JsonPath queue(String query) {
    String limit = query.contains("limit=") ? "" : "&limit=200";
    return Desk.as(Role.DISPATCHER)
        .get("/api/unit-requests/pending?x=1" + limit + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** What this service has said about the case, once all of it has left. */
  private List<EventType> types(Known known) {
    List<EventType> types = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              types.clear();
              log.factsOf(known.caseId()).forEach(fact -> types.add(fact.event().type()));
              return types.size() == said(known);
            });
    return types;
  }

  private long said(Known known) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement sql =
            connection.prepareStatement("select sequence from handled_case where case_id = ?")) {
      sql.setObject(1, known.caseId());
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static LifecycleEvent last(List<Fact> facts) {
    return facts.get(facts.size() - 1).event();
  }
}
