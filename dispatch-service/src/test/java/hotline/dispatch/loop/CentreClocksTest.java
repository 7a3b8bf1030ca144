package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseEscalated;
import hotline.lifecycle.CentreApproaching;
import hotline.lifecycle.CentreDuty;
import hotline.lifecycle.CentreMissed;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.relay.TimerHandler;
import hotline.relay.TimerRunner;
import hotline.relay.Timers;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The centre is supervised as the units are: its own duties have lights and are said to be late.
 */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class CentreClocksTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject TimeRulesInForce timeRules;
  @Inject JtaTransactions transactions;
  @Inject Timers timers;
  @Inject TimerHandler handler;

  @Test
  void a_case_that_waits_for_dispatch_turns_yellow_and_late_once_and_again_after_a_return() {
    Known known = others.accepted(OtherServices.OTHER);
    JsonPath waiting = Desk.awaitWaiting(known.caseId());
    Instant accepted = Instant.parse(waiting.getString("acceptedAt"));

    moveTo(yellow(accepted, "2wh"));
    CentreApproaching near = (CentreApproaching) only(known, EventType.CENTRE_APPROACHING);
    assertThat(near.duty()).isEqualTo(CentreDuty.DISPATCH);
    assertThat(near.startedAt()).isEqualTo(accepted);
    assertThat(near.dueAt()).isEqualTo(due(accepted, "2wh"));

    moveTo(near.dueAt().plusMillis(1));
    assertThat(((CentreMissed) only(known, EventType.CENTRE_MISSED)).dueAt())
        .isEqualTo(near.dueAt());

    // The unit has it for two days, then it comes back: the centre has its whole time again.
    Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(201);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    clock.moveBy(Duration.ofDays(2));
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            task,
            "recall",
            Desk.version(task),
            Map.of("reason", "RAISED"))
        .then()
        .statusCode(200);
    Instant back = clock.instant();

    JsonPath clocks =
        Desk.as(Role.SUPERVISOR).get("/api/cases/" + known.caseId() + "/clocks").jsonPath();
    assertThat(clocks.getList("items.findAll { it.kind == 'DISPATCH' }.state"))
        .containsExactly("MET", "RUNNING");
    assertThat(clocks.getList("items.findAll { it.kind == 'DISPATCH' }.late", Boolean.class))
        .containsExactly(true, false);
    assertThat(clocks.getList("items.findAll { it.kind == 'DISPATCH' }.startedAt"))
        .containsExactly(accepted.toString(), back.toString());

    moveTo(yellow(back, "2wh"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(said(known, EventType.CENTRE_APPROACHING)).hasSize(2));
    assertThat(((CentreApproaching) said(known, EventType.CENTRE_APPROACHING).get(1)).startedAt())
        .isEqualTo(back);
    assertThat(said(known, EventType.CENTRE_MISSED)).hasSize(1);
  }

  @Test
  void a_reply_that_waits_for_review_turns_yellow_and_one_reviewed_in_time_is_never_late()
      throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.replied(task, Desk::clerk);
    Instant replied = Instant.parse(Desk.task(task).getString("repliedAt"));
    String limit =
        Desk.as(Role.SUPERVISOR)
            .get("/api/cases/" + known.caseId() + "/clocks")
            .jsonPath()
            .getString("items.find { it.kind == 'REVIEW' }.limit");

    moveTo(yellow(replied, limit));
    CentreApproaching near = (CentreApproaching) only(known, EventType.CENTRE_APPROACHING);
    assertThat(near.duty()).isEqualTo(CentreDuty.REVIEW);
    assertThat(near.dueAt()).isEqualTo(due(replied, limit));
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);

    moveTo(near.dueAt().plus(Duration.ofDays(2)));
    TimerRunner runner = new TimerRunner(transactions, timers, handler, clock);
    while (runner.runOnce() > 0) {
      // Until nothing is due.
    }
    assertThat(said(known, EventType.CENTRE_MISSED)).isEmpty();
    assertThat(said(known, EventType.CENTRE_APPROACHING)).hasSize(1);
  }

  @Test
  void every_reply_of_a_co_handler_has_its_own_clock_beside_the_others() {
    Known known = others.accepted(OtherServices.OTHER);
    JsonPath waiting = Desk.awaitWaiting(known.caseId());
    Desk.dispatch(
            known.caseId(),
            waiting.getLong("version"),
            Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj", "jt")))
        .then()
        .statusCode(201);
    Instant first = repliedBy(known, "zj");
    clock.moveBy(Duration.ofHours(1));
    Instant second = repliedBy(known, "jt");

    moveTo(due(second, "1wd").plusMillis(1));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(said(known, EventType.CENTRE_MISSED))
                    .extracting(event -> (CentreMissed) event)
                    .allMatch(event -> event.duty() == CentreDuty.REVIEW)
                    .extracting(CentreMissed::startedAt)
                    .containsExactly(first, second));
    clock.moveBy(Duration.ofDays(6));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(said(known, EventType.CASE_ESCALATED))
                    .extracting(event -> (CaseEscalated) event)
                    .filteredOn(event -> event.ruleId().equals("E-UNREVIEWED"))
                    .extracting(CaseEscalated::fromUnitId)
                    .containsExactlyInAnyOrder("zj", "jt"));
    assertThat(said(known, EventType.CENTRE_MISSED)).hasSize(2);
  }

  private Instant repliedBy(Known known, String unit) {
    UUID task =
        UUID.fromString(
            Desk.caseOf(known.caseId())
                .getString("assignments.find { it.unitId == '" + unit + "' }.assignmentId"));
    Desk.replied(task, () -> Desk.clerk(unit, "/center/" + unit));
    return Instant.parse(Desk.task(task).getString("repliedAt"));
  }

  private Instant due(Instant start, String limit) {
    return DueTime.compute(terms(start, limit), timeRules.current().calendar());
  }

  private Instant yellow(Instant start, String limit) {
    return LightRule.DEFAULT.yellowFrom(terms(start, limit), timeRules.current().calendar());
  }

  private static ClockTerms terms(Instant start, String limit) {
    return ClockTerms.of(start, LimitRule.of(Limit.parse(limit)));
  }

  private void moveTo(Instant moment) {
    clock.moveBy(Duration.between(clock.instant(), moment));
  }

  private LifecycleEvent only(Known known, EventType type) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(said(known, type)).hasSize(1));
    return said(known, type).get(0);
  }

  private List<LifecycleEvent> said(Known known, EventType type) {
    return log.factsOf(known.caseId()).stream()
        .map(Fact::event)
        .filter(event -> event.type() == type)
        .toList();
  }
}
