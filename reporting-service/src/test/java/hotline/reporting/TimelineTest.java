package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.calendar.DayOverride;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackAttempted;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.LegalHoldPlaced;
import hotline.lifecycle.LegalHoldReason;
import hotline.lifecycle.Solved;
import hotline.lifecycle.SupervisionAnswered;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionOpened;
import hotline.lifecycle.SupervisionReason;
import hotline.lifecycle.SupervisionUrged;
import hotline.lifecycle.UrgeForm;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the timeline tells, and whom. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class TimelineTest extends OverTheLog {

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
  void who_is_limited_to_a_grid_reads_what_lies_there_and_is_led_to_nothing_elsewhere()
      throws Exception {
    Instant november = Instant.parse("2026-11-02T01:00:00Z");
    LoopOfFacts main =
        new LoopOfFacts("2611020000033", "cg", november)
            .in("370282001", "/3702/370282/370282001")
            .accepted()
            .dispatched();
    LoopOfFacts merged =
        new LoopOfFacts("2611020000041", "cg", november).accepted().merged(main.caseId());
    tell(main, merged);
    String itsMainCase = "entries.find { it.type == 'hotline.case.merged.v1' }.data.mainCaseId";
    String narrow = supervisorOf("/3702/370281");
    for (String named : List.of("2611020000033", main.caseId().toString())) {
      token(narrow).get("/api/cases/" + named + "/timeline").then().statusCode(404);
    }
    token(narrow)
        .get("/api/cases/2611020000041/timeline")
        .then()
        .statusCode(200)
        .body("entries", hasSize(merged.facts().size()))
        .body(itsMainCase, equalTo(null));
    for (String wide : List.of(supervisorOf("/3702"), TestTokens.forRole(Role.SUPERVISOR))) {
      token(wide)
          .get("/api/cases/2611020000041/timeline")
          .then()
          .body(itsMainCase, equalTo(main.caseId().toString()));
    }
  }

  private static String supervisorOf(String grid) {
    return TestTokens.of("supervisor-of-a-grid", Role.SUPERVISOR)
        .unit("center", "/center")
        .grid(grid)
        .token();
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
}
