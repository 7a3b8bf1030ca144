package hotline.dispatch.assignments;

import static hotline.dispatch.assignments.AssignmentTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.ClockTerms;
import hotline.calendar.DayOverride;
import hotline.calendar.DueTime;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.City;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a changed calendar or table of limits does to one task. */
class ReckoningTest {

  // Tuesday becomes a holiday: everything counted in work time ends a day later.
  private static final WorkCalendar HOLIDAY =
      WorkCalendar.china().toBuilder()
          .override(DayOverride.dayOff(LocalDate.of(2026, 11, 24), "补假"))
          .build();
  private static final LimitPolicy SHANGHAI = Policies.preset("sh-1-5-15");
  private static final TimeRules SHIPPED = Policies.rules();
  private static final TimeRules CHANGED = new TimeRules(2, 2, HOLIDAY, SHIPPED.policy(), null);
  private static final Instant NOON = at("2026-11-23T12:00");

  private final Assignment task = AssignmentTest.open(CaseKind.HELP);

  @Test
  void a_due_time_that_lies_ahead_moves_and_one_that_has_passed_stays() {
    // Signing was due at 11:00, the contact is due tomorrow by natural hours.
    Instant sign = task.clocks().due(DeadlineKind.SIGN);
    Instant contact = task.clocks().due(DeadlineKind.CONTACT);

    List<DispatchEvent> moved =
        Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON);

    assertThat(moved).hasSize(1);
    DeadlineMoved reply = (DeadlineMoved) moved.get(0);
    assertThat(reply.deadline()).isEqualTo(DeadlineKind.REPLY);
    assertThat(reply.dueBefore()).isEqualTo(at("2026-11-30T17:30"));
    assertThat(reply.dueAt()).isEqualTo(at("2026-12-01T17:30"));
    assertThat(reply.change()).isEqualTo(DeadlineChange.CALENDAR);
    assertThat(reply.calendarVersion()).isEqualTo(2);
    assertThat(task.clocks().due(DeadlineKind.SIGN)).isEqualTo(sign);
    assertThat(task.clocks().due(DeadlineKind.CONTACT)).isEqualTo(contact);
  }

  @Test
  void what_the_old_system_promised_is_moved_neither_by_a_calendar_nor_by_other_limits() {
    Instant received = at("2026-11-20T09:00");
    Instant promised = at("2026-11-26T10:30").plusSeconds(17);
    HandledCase of =
        HandledCase.registered(
            UUID.randomUUID(), "2611230000182", handedOver(received, promised, "cg"), received);
    of.giveTo(1, "cg", 0);
    assertThat(of.promised("cg", NOON)).contains(promised);
    Assignment old = AssignmentTest.open(CaseKind.HELP, AssignmentTest.START, of);
    old.keepPromise(of, SHIPPED);

    assertThat(old.clocks().due(DeadlineKind.REPLY)).isEqualTo(promised);
    assertThat(old.clocks().extensions()).isEqualTo(1);
    assertThat(old.clocks().due(DeadlineKind.SIGN)).isEqualTo(at("2026-11-23T11:00"));
    Reckoning.reckon(old, CHANGED, null, DeadlineChange.CALENDAR, NOON);
    Reckoning.reckon(
        old,
        CHANGED,
        SHANGHAI.limits(CaseKind.HELP, Urgency.NORMAL, 1),
        DeadlineChange.LIMITS,
        NOON);
    assertThat(old.clocks().due(DeadlineKind.REPLY)).isEqualTo(promised);
    assertThat(old.clocks().explain(DeadlineKind.REPLY, HOLIDAY).due()).isEqualTo(promised);
  }

  @Test
  void who_had_it_keeps_a_promise_that_has_passed_and_nobody_else_begins_late() {
    Instant received = at("2026-11-16T09:00");
    Instant passed = at("2026-11-20T10:30");
    HandledCase of =
        HandledCase.registered(
            UUID.randomUUID(), "2611230000182", handedOver(received, passed, "cg"), received);
    of.giveTo(1, "cg", 0);
    assertThat(of.promised("cg", NOON)).contains(passed);
    assertThat(of.promised("zj", NOON)).isEmpty();
    of.giveTo(1, "cg", 0);
    assertThat(of.promised("cg", NOON)).as("given to it again, after a return").isEmpty();
  }

  @Test
  void a_correction_to_a_shorter_limit_hurries_a_promise_and_a_longer_one_leaves_it() {
    Instant promised = at("2026-11-26T10:30");
    HandledCase of = handedOverCase(at("2026-11-20T09:00"), promised);
    Assignment old = AssignmentTest.open(CaseKind.HELP, AssignmentTest.START, of);
    old.keepPromise(of, SHIPPED);
    Limits urgent = SHIPPED.policy().limits(CaseKind.HELP, Urgency.URGENT, 1);
    Instant soon =
        DueTime.compute(ClockTerms.of(AssignmentTest.START, urgent.reply()), SHIPPED.calendar());

    Reckoning.reckon(old, SHIPPED, urgent, DeadlineChange.CORRECTION, at("2026-11-23T09:01"));
    assertThat(old.clocks().due(DeadlineKind.REPLY)).isBefore(promised).isEqualTo(soon);
    Limits normal = SHIPPED.policy().limits(CaseKind.HELP, Urgency.NORMAL, 1);
    Reckoning.reckon(old, SHIPPED, normal, DeadlineChange.CORRECTION, at("2026-11-23T09:02"));
    assertThat(old.clocks().due(DeadlineKind.REPLY)).isEqualTo(promised);
  }

  @Test
  void a_co_handler_answers_no_later_than_was_promised_and_has_its_own_limit_where_that_is_near() {
    Instant promised = at("2026-11-23T16:00");
    HandledCase of = handedOverCase(at("2026-11-20T09:00"), promised);
    assertThat(co(of).clocks().due(DeadlineKind.REPLY)).isEqualTo(promised);
    assertThat(co(of).clocks().extensions()).as("the lead's are not its own").isZero();

    // Signing is due at 11:00: nobody answers before that.
    HandledCase near = handedOverCase(at("2026-11-20T09:00"), at("2026-11-23T10:00"));
    assertThat(co(near).clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-30T17:30"));
    HandledCase far = handedOverCase(at("2026-11-20T09:00"), at("2026-12-20T10:00"));
    assertThat(co(far).clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-30T17:30"));
  }

  @Test
  void a_promise_goes_on_as_it_was_moved_and_main_cases_keep_it_beside_what_is_lent() {
    Instant promised = at("2026-11-26T10:30");
    HandledCase of = handedOverCase(at("2026-11-20T09:00"), promised);
    of.hurryAs(CaseKind.HELP, Urgency.URGENT);
    Assignment old = AssignmentTest.open(CaseKind.HELP, AssignmentTest.START, of);
    old.keepPromise(of, SHIPPED);
    assertThat(old.clocks().due(DeadlineKind.REPLY)).isBefore(promised);
    old.clocks().takeBackLent();
    Reckoning.reckon(
        old,
        SHIPPED,
        SHIPPED.policy().limits(CaseKind.HELP, Urgency.NORMAL, 1),
        DeadlineChange.MERGING,
        at("2026-11-23T09:01"));
    assertThat(old.clocks().due(DeadlineKind.REPLY)).isEqualTo(promised);

    old.clocks().extendReply(3, NOON, SHIPPED);
    Instant extended = old.clocks().due(DeadlineKind.REPLY);
    assertThat(extended).isAfter(promised);
    old.leavePromise(of, SHIPPED);
    of.comeBack(NOON);
    of.giveTo(1, "zj", 0);
    assertThat(of.promised("zj", NOON)).contains(extended);
    assertThat(of.formerExtensions()).isEqualTo(2);
  }

  private static HandledCase handedOverCase(Instant received, Instant due) {
    HandledCase of =
        HandledCase.registered(
            UUID.randomUUID(), "2611230000182", handedOver(received, due, "cg"), received);
    of.giveTo(1, "cg", 0);
    return of;
  }

  private static Assignment co(HandledCase of) {
    Assignment co =
        Assignment.open(
            of,
            1,
            AssignmentRole.CO,
            City.directory().unit("zj").orElseThrow(),
            SHIPPED.policy().limits(CaseKind.HELP, Urgency.NORMAL, 1),
            AssignmentTest.START,
            SHIPPED);
    co.keepPromise(of, SHIPPED);
    return co;
  }

  private static CaseRegistered handedOver(Instant received, Instant due, String unit) {
    return new CaseRegistered(
            CaseKind.HELP,
            Urgency.NORMAL,
            Channel.PHONE,
            "010101",
            "370281001",
            "/3702/370281/370281001",
            received,
            false,
            false,
            true,
            null,
            "old",
            "OLD-1",
            true)
        .fromOldSystem(due, unit, 1);
  }

  @Test
  void each_due_time_is_explained_by_the_calendar_that_it_was_computed_with() {
    Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON);

    assertThat(task.clocks().calendarVersion(DeadlineKind.SIGN)).isEqualTo(1);
    assertThat(task.clocks().calendarVersion(DeadlineKind.REPLY)).isEqualTo(2);
    assertThat(task.clocks().explain(DeadlineKind.REPLY, HOLIDAY).due())
        .isEqualTo(task.clocks().due(DeadlineKind.REPLY));
  }

  @Test
  void looked_at_again_nothing_moves_and_no_timer_is_set() {
    Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON);
    int changes = task.clockChanges();

    assertThat(Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON)).isEmpty();
    assertThat(task.clockChanges()).isEqualTo(changes);
  }

  @Test
  void a_moved_clock_has_a_timer_of_its_own() {
    int changes = task.clockChanges();

    Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON);

    assertThat(task.clockChanges()).isEqualTo(changes + 1);
  }

  @Test
  void a_clock_on_hold_moves_with_the_others() {
    contacted();
    task.hold(HoldReason.SEASON, at("2026-12-10T09:00"), at("2026-11-23T10:30"), SHIPPED);
    Instant before = task.clocks().due(DeadlineKind.REPLY);

    TimeRules later =
        new TimeRules(
            2,
            2,
            WorkCalendar.china().toBuilder()
                .override(DayOverride.dayOff(LocalDate.of(2026, 12, 11), "补假"))
                .build(),
            SHIPPED.policy(),
            null);
    Reckoning.reckon(task, later, null, DeadlineChange.CALENDAR, NOON);

    assertThat(task.clocks().due(DeadlineKind.REPLY)).isAfter(before);
  }

  @Test
  void a_reply_under_review_was_in_time_by_the_old_calendar_and_is_computed_anew_when_it_returns() {
    contacted();
    task.submitReply("clerk", true, at("2026-11-23T11:00"), SHIPPED.calendar());

    assertThat(Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON)).isEmpty();
    task.rejectReply(ReplyRejection.OFF_TOPIC, at("2026-11-23T14:00"), CHANGED);

    assertThat(task.clocks().due(DeadlineKind.REPLY)).isAfter(at("2026-12-01T17:00"));
    assertThat(task.clocks().calendarVersion(DeadlineKind.REPLY)).isEqualTo(2);
  }

  @Test
  void a_unit_whose_return_is_refused_goes_on_with_clocks_that_followed_the_calendar() {
    task.requestReturn(
        ReturnReason.NOT_OUR_DUTY, null, at("2026-11-25T17:30"), at("2026-11-23T09:30"));

    assertThat(
            Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, at("2026-11-23T10:00")))
        .hasSize(1);
    task.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T10:30"), CHANGED);

    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-12-01T17:30"));
  }

  @Test
  void a_clock_that_stands_still_for_a_return_lies_ahead_as_it_did_when_the_unit_asked() {
    task.sign("clerk", at("2026-11-23T09:10"), () -> SHIPPED);
    task.requestReturn(
        ReturnReason.NOT_OUR_DUTY, null, at("2026-11-25T17:30"), at("2026-11-23T09:30"));
    Limits limits = SHANGHAI.limits(CaseKind.HELP, Urgency.NORMAL, 1);

    // The contact was due at 09:00 by natural hours, had nobody asked.
    Reckoning.reckon(task, CHANGED, limits, DeadlineChange.LIMITS, at("2026-11-24T10:00"));

    assertThat(Reckoning.movable(task)).containsExactly(DeadlineKind.CONTACT, DeadlineKind.REPLY);
    assertThat(task.clocks().rule(DeadlineKind.CONTACT).limit().format()).isEqualTo("1wd");
  }

  @Test
  void another_table_of_limits_changes_the_rule_of_what_lies_ahead() {
    Limits limits = SHANGHAI.limits(CaseKind.HELP, Urgency.NORMAL, 1);

    List<DispatchEvent> moved =
        Reckoning.reckon(task, CHANGED, limits, DeadlineChange.LIMITS, NOON);

    assertThat(moved)
        .extracting(fact -> ((DeadlineMoved) fact).deadline())
        .containsExactly(DeadlineKind.CONTACT, DeadlineKind.REPLY);
    assertThat(moved)
        .extracting(fact -> ((DeadlineMoved) fact).change())
        .containsOnly(DeadlineChange.LIMITS);
    assertThat(task.clocks().rule(DeadlineKind.SIGN).limit().format()).isEqualTo("2wh");
    assertThat(task.clocks().rule(DeadlineKind.CONTACT).limit().format()).isEqualTo("1wd");
    assertThat(task.clocks().policyVersion()).isEqualTo("sh-1-5-15/1");
  }

  @Test
  void a_corrected_kind_has_its_own_limits_and_the_time_on_hold_is_kept() {
    contacted();
    task.hold(HoldReason.SEASON, at("2026-11-30T10:00"), at("2026-11-23T10:00"), SHIPPED);
    task.resume(ResumedBy.DUE, at("2026-11-30T10:00"), SHIPPED);
    Instant before = task.clocks().due(DeadlineKind.REPLY);
    Limits ofReports = SHIPPED.policy().limits(CaseKind.REPORT, Urgency.NORMAL, 1);

    List<DispatchEvent> moved =
        Reckoning.reckon(
            task, SHIPPED, ofReports, DeadlineChange.CORRECTION, at("2026-11-30T11:00"));

    assertThat(moved).hasSize(1);
    DeadlineMoved reply = (DeadlineMoved) moved.get(0);
    assertThat(reply.deadline()).isEqualTo(DeadlineKind.REPLY);
    assertThat(reply.change()).isEqualTo(DeadlineChange.CORRECTION);
    assertThat(reply.dueBefore()).isEqualTo(before);
    Assignment asReport = AssignmentTest.open(CaseKind.REPORT);
    Instant withoutHold = asReport.clocks().due(DeadlineKind.REPLY);
    // A week was held: five work days of it.
    assertThat(reply.dueAt()).isEqualTo(withoutHold.plusSeconds(7 * 86_400L));
    assertThat(task.clocks().policyVersion()).isEqualTo(SHIPPED.policy().version());
    assertThat(
            Reckoning.reckon(
                task, SHIPPED, ofReports, DeadlineChange.CORRECTION, at("2026-11-30T11:00")))
        .isEmpty();
  }

  @Test
  void an_act_with_rules_that_were_replaced_meanwhile_is_looked_at_again() {
    contacted();
    Reckoning.reckon(task, CHANGED, null, DeadlineChange.CALENDAR, NOON);
    assertThat(task.clocks().reckoning()).isEqualTo(2);

    task.hold(HoldReason.SEASON, at("2026-12-10T09:00"), at("2026-11-23T14:00"), SHIPPED);

    assertThat(task.clocks().reckoning()).isEqualTo(1);
  }

  @Test
  void what_would_move_is_told_without_moving_it() {
    Instant before = task.clocks().due(DeadlineKind.REPLY);

    assertThat(
            Reckoning.revised(task, HOLIDAY, null, NOON).stream()
                .filter(one -> one.change().moves()))
        .hasSize(1);
    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(before);
  }

  private void contacted() {
    task.sign("clerk", at("2026-11-23T09:10"), () -> SHIPPED);
    task.contact(ContactResult.REACHED, at("2026-11-23T09:20"), () -> SHIPPED);
  }
}
