package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CALLBACK_APPROACHING;
import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_MISSED;
import static hotline.lifecycle.EventType.CALLBACK_MOVED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.calendar.ClockTerms;
import hotline.calendar.DayOverride;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.CallbackMoved;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.Fact;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The calendar that dispatch adopts is the one by which callbacks are due. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class CalendarTest {

  @Inject OtherServices others;
  @Inject MovedClock clock;
  @Inject TheLog log;

  @Test
  void a_day_off_moves_callbacks_that_lie_ahead_and_those_that_come_and_leaves_passed_ones() {
    WorkCalendar china = WorkCalendar.china();
    OtherServices.Known passed = others.completed();
    UUID late = Desk.awaitCallback(passed.caseId(), 1);
    String lateDue = Desk.read(late).path("callbackDue");
    clock.moveTo(clock.instant().plus(Duration.ofDays(9)));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(Desk.read(late).<Boolean>path("overdue")).isTrue());

    OtherServices.Known ahead = others.completed();
    UUID open = Desk.awaitCallback(ahead.caseId(), 1);
    Instant start = Instant.parse(Desk.read(open).path("openedAt"));
    long version = Desk.version(open);
    LocalDate off = china.workDayAfter(china.dateOf(start), 1);
    WorkCalendar adopted = china.toBuilder().override(DayOverride.dayOff(off, "全市停电检修")).build();
    assertThat(Desk.read(open).<String>path("callbackDue")).isEqualTo(due(start, china));

    others.calendar(2, adopted);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Desk.read(open).<String>path("callbackDue"))
                    .isEqualTo(due(start, adopted))
                    .isNotEqualTo(due(start, china)));
    assertThat(Desk.version(open)).as("nobody's form gets stale").isEqualTo(version);
    assertThat(Desk.read(late).<String>path("callbackDue")).isEqualTo(lateDue);
    JsonPath clocks =
        Desk.as("supervisor", Role.SUPERVISOR)
            .get("/api/cases/" + ahead.caseId() + "/clocks")
            .jsonPath();
    assertThat(clocks.getString("items[0].explanation.due")).isEqualTo(due(start, adopted));
    assertThat(clocks.getList("items[0].explanation.spans.label")).contains("全市停电检修");

    // An agent who had it on the screen goes on, and the due time stays where it is now.
    Desk.attempt(open, "NO_ANSWER").then().statusCode(200);
    assertThat(Desk.read(open).<String>path("callbackDue")).isEqualTo(due(start, adopted));

    // What comes is computed with it at once; an older calendar that is heard again changes
    // nothing.
    others.calendar(1, china);
    UUID next = Desk.awaitCallback(others.completed().caseId(), 1);
    Instant nextStart = Instant.parse(Desk.read(next).path("openedAt"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Desk.read(next).<String>path("callbackDue"))
                    .isEqualTo(due(nextStart, adopted)));

    // The timer goes with it: at the old due time nothing is overdue, at the new one it is.
    clock.moveTo(Instant.parse(due(start, china)).plusSeconds(1));
    OtherServices.Known witness = others.completed();
    Desk.awaitCallback(witness.caseId(), 1);
    assertThat(Desk.read(open).<Boolean>path("overdue")).isFalse();
    clock.moveTo(Instant.parse(due(start, adopted)).plusSeconds(1));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(Desk.read(open).<Boolean>path("overdue")).isTrue());
    // Each word of the clock is in the log, once.
    List<Fact> said =
        log.awaitSaid(
            ahead.caseId(),
            CALLBACK_OPENED,
            CALLBACK_MOVED,
            CALLBACK_ATTEMPTED,
            CALLBACK_APPROACHING,
            CALLBACK_MISSED);
    assertThat(said.get(1).event())
        .isEqualTo(
            new CallbackMoved(
                open,
                1,
                said.get(0).event() instanceof CallbackOpened opened ? opened.unitId() : null,
                Instant.parse(due(start, china)),
                Instant.parse(due(start, adopted)),
                2));
    log.awaitSaid(passed.caseId(), CALLBACK_OPENED, CALLBACK_MISSED);

    // For the other tests of this service the year is the ordinary one again.
    others.calendar(3, china);
  }

  private static String due(Instant start, WorkCalendar calendar) {
    return DueTime.compute(ClockTerms.of(start, LimitRule.of("3wd")), calendar).toString();
  }
}
