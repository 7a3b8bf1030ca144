package hotline.dispatch.assignments;

import static hotline.dispatch.assignments.AssignmentTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.ClockTerms;
import hotline.calendar.DayOverride;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A main case is answered no later than what was merged into it. */
class LentClockTest {

  private static final TimeRules RULES = Policies.rules();
  private static final LimitPolicy SHIPPED = RULES.policy();
  private static final Instant OWN = at("2026-11-30T17:30");
  private static final Instant MERGED = at("2026-11-23T10:00");
  // Of an urgent case that was dispatched then: a day, nights too.
  private static final LentClock URGENT = new LentClock(MERGED, reply(Urgency.URGENT));
  private static final Instant URGENT_DUE = at("2026-11-24T10:00");

  private final Assignment task = AssignmentTest.open(CaseKind.HELP);

  @Test
  void an_earlier_due_time_is_lent_and_said() {
    List<DispatchEvent> moved = Reckoning.lend(task, URGENT, MERGED, RULES);

    assertThat(moved).hasSize(1);
    DeadlineMoved reply = (DeadlineMoved) moved.get(0);
    assertThat(reply.dueBefore()).isEqualTo(OWN);
    assertThat(reply.dueAt()).isEqualTo(URGENT_DUE).isEqualTo(due());
    assertThat(reply.change()).isEqualTo(DeadlineChange.MERGING);
    assertThat(task.clocks().explain(DeadlineKind.REPLY, RULES.calendar()).due())
        .isEqualTo(URGENT_DUE);
  }

  @Test
  void one_that_is_later_or_has_passed_is_not_lent() {
    assertThat(Reckoning.lend(task, new LentClock(MERGED, reply(Urgency.NORMAL)), MERGED, RULES))
        .isEmpty();
    Instant longAgo = MERGED.minus(Duration.ofDays(3));
    assertThat(Reckoning.lend(task, new LentClock(longAgo, reply(Urgency.URGENT)), MERGED, RULES))
        .isEmpty();
    assertThat(due()).isEqualTo(OWN);
  }

  @Test
  void of_two_that_were_lent_the_earlier_holds() {
    Reckoning.lend(task, URGENT, MERGED, RULES);
    Instant later = MERGED.plus(Duration.ofHours(2));
    assertThat(Reckoning.lend(task, new LentClock(later, reply(Urgency.URGENT)), later, RULES))
        .isEmpty();
    assertThat(due()).isEqualTo(URGENT_DUE);
  }

  @Test
  void extensions_holds_and_reviews_after_it_was_lent_move_it_and_those_of_before_do_not() {
    contacted();
    task.requestExtension(ExtensionReason.COMPLEX, 5);
    task.extend(ExtensionReason.COMPLEX, 5, at("2026-11-23T09:50"), RULES);
    Reckoning.lend(task, URGENT, MERGED, RULES);
    assertThat(due()).as("an extension of before is none of it").isEqualTo(URGENT_DUE);

    task.submitReply("clerk", true, at("2026-11-23T11:00"), RULES.calendar());
    task.rejectReply(ReplyRejection.OFF_TOPIC, at("2026-11-23T13:00"), RULES);
    assertThat(due()).isEqualTo(URGENT_DUE.plus(Duration.ofHours(2)));

    task.requestHold(HoldReason.SEASON, at("2026-11-23T19:00"));
    task.hold(HoldReason.SEASON, at("2026-11-23T19:00"), at("2026-11-23T14:00"), RULES);
    task.resume(ResumedBy.CENTRE, at("2026-11-23T15:00"), RULES);
    assertThat(due()).isEqualTo(URGENT_DUE.plus(Duration.ofHours(3)));

    task.requestExtension(ExtensionReason.COMPLEX, 2);
    task.extend(ExtensionReason.COMPLEX, 2, at("2026-11-23T16:00"), RULES);
    assertThat(due()).isAfter(URGENT_DUE.plus(Duration.ofDays(1)));
  }

  // Nothing is merged into what is on hold, but a correction may make a case urgent that follows
  // it.
  @Test
  void a_hold_that_lasts_when_it_is_lent_counts_from_then_on() {
    contacted();
    task.hold(HoldReason.SEASON, at("2026-12-10T09:00"), at("2026-11-23T09:40"), RULES);
    Reckoning.lend(task, URGENT, MERGED, RULES);
    task.resume(ResumedBy.CENTRE, at("2026-11-23T12:00"), RULES);

    assertThat(due()).isEqualTo(URGENT_DUE.plus(Duration.ofHours(2)));
  }

  @Test
  void
      what_is_under_review_is_judged_by_the_due_time_that_it_had_and_comes_back_with_the_earlier() {
    contacted();
    task.submitReply("clerk", true, at("2026-11-23T09:50"), RULES.calendar());

    assertThat(Reckoning.lend(task, URGENT, MERGED, RULES)).isEmpty();
    assertThat(due()).isEqualTo(OWN);
    task.rejectReply(ReplyRejection.OFF_TOPIC, at("2026-11-23T12:00"), RULES);
    assertThat(due()).isEqualTo(URGENT_DUE.plus(Duration.ofHours(2)));
  }

  @Test
  void who_takes_over_what_is_left_takes_over_what_was_lent_as_long_as_it_lies_ahead() {
    contacted();
    Reckoning.lend(task, URGENT, MERGED, RULES);

    Assignment next = takenOver(at("2026-11-23T14:00"));
    assertThat(next.clocks().due(DeadlineKind.REPLY)).isEqualTo(URGENT_DUE);
    assertThat(next.clocks().isLent()).isTrue();

    Assignment late = takenOver(URGENT_DUE);
    assertThat(late.clocks().due(DeadlineKind.REPLY)).isEqualTo(OWN);
    assertThat(late.clocks().isLent()).isFalse();
    assertThat(late.missedBy(URGENT_DUE)).isEmpty();
  }

  @Test
  void a_case_that_was_taken_over_lends_the_clock_that_it_was_given() {
    Assignment next = takenOver(at("2026-11-25T10:00"));

    LentClock lends = next.clocks().replyClock();

    assertThat(lends).isEqualTo(task.clocks().replyClock());
    assertThat(DueTime.compute(ClockTerms.of(lends.start(), lends.rule()), RULES.calendar()))
        .isEqualTo(OWN);
  }

  private Assignment takenOver(Instant at) {
    Assignment next = AssignmentTest.open(CaseKind.HELP, at, AssignmentTest.caseOf(CaseKind.HELP));
    next.takeOver(task, RULES);
    return next;
  }

  @Test
  void a_new_calendar_moves_whichever_of_the_two_ends_first() {
    Reckoning.lend(task, URGENT, MERGED, RULES);
    WorkCalendar holidays =
        WorkCalendar.china().toBuilder()
            .override(DayOverride.dayOff(LocalDate.of(2026, 11, 24), "补假"))
            .build();
    TimeRules changed = new TimeRules(2, 2, holidays, SHIPPED, null);

    assertThat(
            Reckoning.reckon(task, changed, null, DeadlineChange.CALENDAR, at("2026-11-23T12:00")))
        .isEmpty();
    assertThat(due()).isEqualTo(URGENT_DUE);
  }

  @Test
  void taken_back_the_own_due_time_holds_again() {
    Reckoning.lend(task, URGENT, MERGED, RULES);
    task.clocks().takeBackLent();

    List<DispatchEvent> moved =
        Reckoning.reckon(
            task,
            RULES,
            SHIPPED.limits(CaseKind.HELP, Urgency.NORMAL, 1),
            DeadlineChange.MERGING,
            at("2026-11-23T12:00"));

    assertThat(moved).hasSize(1);
    assertThat(due()).isEqualTo(OWN);
  }

  @Test
  void of_limits_that_begin_together_each_clock_has_the_shorter() {
    Limits normal = SHIPPED.limits(CaseKind.HELP, Urgency.NORMAL, 1);
    Limits consulted = SHIPPED.limits(CaseKind.CONSULTATION, Urgency.NORMAL, 1);

    Limits both = normal.shorter(consulted, MERGED, RULES.calendar());

    assertThat(both.reply()).isEqualTo(consulted.reply());
    assertThat(both.contact()).as("the other has none").isEqualTo(normal.contact());
    assertThat(consulted.shorter(normal, MERGED, RULES.calendar()).reply())
        .isEqualTo(consulted.reply());
  }

  private void contacted() {
    task.sign("clerk", at("2026-11-23T09:10"), () -> RULES);
    task.contact(ContactResult.REACHED, at("2026-11-23T09:20"), () -> RULES);
  }

  private Instant due() {
    return task.clocks().due(DeadlineKind.REPLY);
  }

  private static LimitRule reply(Urgency urgency) {
    return SHIPPED.limits(CaseKind.HELP, urgency, 1).reply();
  }
}
