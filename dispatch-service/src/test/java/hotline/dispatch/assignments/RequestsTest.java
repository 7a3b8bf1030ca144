package hotline.dispatch.assignments;

import static hotline.dispatch.assignments.AssignmentTest.at;
import static hotline.dispatch.assignments.AssignmentTest.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.IllegalMove;
import hotline.calendar.Explanation.Remark.Topic;
import hotline.calendar.Light;
import hotline.calendar.SpanReason;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentReturnRefused;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a unit may ask for, and what becomes of its clocks: the vectors of the field among them. */
class RequestsTest {

  private static final WorkCalendar CALENDAR = WorkCalendar.china();
  private static final TimeRules RULES = Policies.rules();

  @Test
  void a_return_is_possible_up_to_the_last_moment_of_its_window_and_then_says_when_it_ended() {
    // Two work days from Monday 09:00, to the end of Wednesday.
    Instant until = at("2026-11-25T17:30");
    Assignment task = AssignmentTest.open(CaseKind.HELP, at("2026-11-23T09:00"), help());

    assertThat(allowed(task, until).returnUntil()).isEqualTo(until);
    allowed(task, until).requireReturn();
    assertThatThrownBy(() -> allowed(task, until.plusMillis(1)).requireReturn())
        .isInstanceOfSatisfying(
            ReturnWindowPassed.class,
            refused -> {
              assertThat(refused.detailZh()).contains("2026年11月25日 17:30");
              assertThat(refused.detailEn()).contains("2026-11-25 17:30");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = AssignmentStatus.class,
      names = {"PENDING_SIGN", "SIGNED", "CONTACTED"})
  void a_refused_return_leads_back_to_where_the_unit_stood_and_the_reply_is_due_as_before(
      AssignmentStatus stood) {
    Assignment task = AssignmentTest.in(stood);
    Instant due = task.clocks().due(DeadlineKind.REPLY);
    AssignmentReturnRequested asked =
        task.requestReturn(
            ReturnReason.OTHER_AREA, "jt", at("2026-11-25T17:30"), at("2026-11-23T09:30"));

    assertThat(asked.requestNo()).isEqualTo(1);
    assertThat(task.status()).isEqualTo(AssignmentStatus.RETURN_REQUESTED);
    assertThat(task.clocks().pressing(task.status())).contains(DeadlineKind.REPLY);

    AssignmentReturnRefused refused =
        task.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T10:30"), RULES);

    assertThat(refused.backTo()).isEqualTo(stood);
    assertThat(refused.replyDue()).isEqualTo(due);
    assertThat(task.status()).isEqualTo(stood);
    assertThat(task.openRequest()).isNull();
    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(due);
  }

  @Test
  void while_a_return_waits_the_unit_misses_neither_signature_nor_contact_but_the_reply_it_does() {
    Assignment task = AssignmentTest.in(AssignmentStatus.RETURN_REQUESTED);

    assertThat(task.missedBy(at("2026-11-30T17:30"))).isEmpty();
    assertThat(kinds(task.missedBy(at("2026-11-30T17:31")))).containsExactly(DeadlineKind.REPLY);
  }

  @Test
  void a_refused_return_leaves_the_time_that_was_left_and_the_centres_delay_is_nobodys_fault() {
    // Signing is due at 11:00 on Monday, half a work hour from here.
    Assignment task = asked(at("2026-11-23T10:30"));

    AssignmentReturnRefused refused =
        task.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T14:30"), RULES);

    assertThat(refused.signDue()).isEqualTo(at("2026-11-23T15:00"));
    // The contact is due after 24 natural hours, and four of them passed.
    assertThat(refused.contactDue()).isEqualTo(at("2026-11-24T13:00"));
    assertThat(task.clocks().nextDue()).isEqualTo(at("2026-11-23T15:00"));
    assertThat(task.missedBy(at("2026-11-23T15:00"))).isEmpty();
    assertThat(kinds(task.missedBy(at("2026-11-23T15:01")))).containsExactly(DeadlineKind.SIGN);
    assertThat(task.clocks().explain(DeadlineKind.SIGN, CALENDAR).due())
        .isEqualTo(at("2026-11-23T15:00"));
    assertThat(task.clocks().explain(DeadlineKind.SIGN, CALENDAR).spans())
        .extracting(span -> span.label())
        .contains("退单待审批");
  }

  @Test
  void asked_twice_both_waits_count() {
    Assignment task = asked(at("2026-11-23T10:30"));
    task.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T14:30"), RULES);
    task.requestReturn(
        ReturnReason.NOT_OUR_DUTY, null, at("2026-11-25T17:30"), at("2026-11-23T14:45"));

    AssignmentReturnRefused refused =
        task.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T16:00"), RULES);

    assertThat(refused.signDue()).isEqualTo(at("2026-11-23T16:15"));
    assertThat(refused.contactDue()).isEqualTo(at("2026-11-24T14:15"));
  }

  @Test
  void what_had_run_out_before_the_unit_asked_is_not_healed() {
    Assignment task = AssignmentTest.in(AssignmentStatus.PENDING_SIGN);
    assertThat(kinds(task.missedBy(at("2026-11-23T14:00")))).containsExactly(DeadlineKind.SIGN);
    task.requestReturn(
        ReturnReason.NOT_OUR_DUTY, null, at("2026-11-25T17:30"), at("2026-11-23T14:00"));

    assertThat(task.sign("clerk", at("2026-11-23T15:00"), () -> RULES).late()).isTrue();
    assertThat(task.clocks().due(DeadlineKind.SIGN)).isEqualTo(at("2026-11-23T11:00"));
  }

  @Test
  void while_a_return_waits_the_unit_acts_first_and_goes_on_from_there() {
    Assignment task = asked(at("2026-11-23T10:30"));

    assertThatThrownBy(
            () -> task.contact(ContactResult.REACHED, at("2026-11-23T10:40"), () -> RULES))
        .isInstanceOfSatisfying(
            AssignmentNotReady.class, refused -> assertThat(refused.detailZh()).contains("请先签收"));
    AssignmentSigned signed = task.sign("clerk", at("2026-11-23T14:00"), () -> RULES);
    assertThat(signed.late()).isFalse();
    assertThat(signed.signDue()).isEqualTo(at("2026-11-23T14:30"));
    assertThat(task.status()).isEqualTo(AssignmentStatus.RETURN_REQUESTED);
    assertThatThrownBy(() -> task.sign("clerk", at("2026-11-23T14:10"), () -> RULES))
        .isInstanceOf(AssignmentNotReady.class);
    AssignmentContactAttempted attempted =
        task.contact(ContactResult.REACHED, at("2026-11-25T10:30"), () -> RULES);
    assertThat(attempted.late()).isFalse();
    task.contact(ContactResult.REACHED, at("2026-11-25T11:30"), () -> RULES);
    assertThat(task.status()).isEqualTo(AssignmentStatus.RETURN_REQUESTED);
    assertThat(task.contactedAt()).isEqualTo(at("2026-11-25T10:30"));
    assertThatThrownBy(() -> task.submitReply("clerk", true, at("2026-11-25T12:00"), CALENDAR))
        .isInstanceOf(AssignmentNotReady.class);

    AssignmentReturnRefused refused =
        task.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-26T10:00"), RULES);

    assertThat(refused.backTo()).isEqualTo(AssignmentStatus.CONTACTED);
    assertThat(refused.signDue()).isNull();
    assertThat(refused.contactDue()).isNull();
    assertThat(task.missedBy(at("2026-11-26T10:00"))).isEmpty();
    assertThat(task.clocks().due(DeadlineKind.SIGN)).isEqualTo(at("2026-11-23T14:30"));
    assertThat(task.clocks().due(DeadlineKind.CONTACT)).isEqualTo(attempted.contactDue());
  }

  @Test
  void a_task_that_is_given_back_was_not_signed_too_late() {
    Assignment task = asked(at("2026-11-23T10:30"));

    task.grantReturn(ReturnReason.NOT_OUR_DUTY, null, 1, at("2026-11-23T14:30"), RULES);

    assertThat(task.clocks().isPast(DeadlineKind.SIGN, task.endedAt())).isFalse();
    assertThat(task.clocks().missed(DeadlineKind.SIGN)).isFalse();
  }

  @Test
  void
      in_a_dispute_what_stood_still_runs_again_with_what_was_left_and_the_reply_is_due_as_before() {
    Assignment task = asked(at("2026-11-23T10:30"));
    Instant reply = task.clocks().due(DeadlineKind.REPLY);

    task.convene(at("2026-11-23T14:30"), RULES);

    assertThat(task.status()).isEqualTo(AssignmentStatus.IN_DISPUTE);
    assertThat(task.openRequest()).isNull();
    assertThat(task.returnAskedAt()).isNull();
    assertThat(task.disputedAt()).isEqualTo(at("2026-11-23T14:30"));
    // Half a work hour was left to sign, and four natural hours passed for the contact.
    assertThat(task.dueAhead(DeadlineKind.SIGN)).isEqualTo(at("2026-11-23T15:00"));
    assertThat(task.dueAhead(DeadlineKind.CONTACT)).isEqualTo(at("2026-11-24T13:00"));
    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(reply);
    assertThat(task.clocks().nextDue()).isEqualTo(at("2026-11-23T15:00"));
    assertThat(task.clocks().pressing(task.clockStatus())).contains(DeadlineKind.SIGN);
    assertThat(kinds(task.missedBy(at("2026-11-23T15:01")))).containsExactly(DeadlineKind.SIGN);
    assertThat(kinds(task.missedBy(at("2026-11-24T13:01")))).containsExactly(DeadlineKind.CONTACT);
  }

  @Test
  void in_a_dispute_the_unit_acts_first_and_the_ruling_leads_back_to_where_it_stands() {
    Assignment task = asked(at("2026-11-23T10:30"));
    task.convene(at("2026-11-23T10:40"), RULES);

    assertThat(task.sign("clerk", at("2026-11-23T10:50"), () -> RULES).late()).isFalse();
    assertThat(task.clocks().nextDue()).isEqualTo(task.clocks().due(DeadlineKind.CONTACT));
    assertThat(task.dueAhead(DeadlineKind.SIGN)).isNull();
    task.contact(ContactResult.REACHED, at("2026-11-23T11:00"), () -> RULES);
    assertThat(task.status()).isEqualTo(AssignmentStatus.IN_DISPUTE);
    assertThatThrownBy(() -> task.requestExtension(ExtensionReason.COMPLEX, 5))
        .isInstanceOfSatisfying(
            AssignmentNotReady.class, refused -> assertThat(refused.detailZh()).contains("先行处置"));

    task.goOnAfter(AssignmentTest.ruled(task.standsAt()));

    assertThat(task.status()).isEqualTo(AssignmentStatus.CONTACTED);
    assertThat(task.disputedAt()).isNull();
    assertThat(task.clocks().nextDue()).isEqualTo(task.clocks().due(DeadlineKind.REPLY));
    assertThat(task.missedBy(at("2026-11-24T12:00"))).isEmpty();
  }

  @Test
  void
      where_a_ruling_does_not_renew_it_the_next_unit_has_what_is_left_for_the_reply_and_signs_anew() {
    Assignment former = AssignmentTest.in(AssignmentStatus.REPLY_REJECTED);
    former.recall(RecallReason.RULED, null, at("2026-11-25T10:00"), RULES);
    Assignment next = AssignmentTest.open(CaseKind.HELP, at("2026-11-25T10:00"), help());

    next.takeOver(former, RULES);

    assertThat(next.clocks().due(DeadlineKind.REPLY))
        .isEqualTo(former.clocks().due(DeadlineKind.REPLY));
    assertThat(next.clocks().due(DeadlineKind.SIGN)).isEqualTo(at("2026-11-25T12:00"));
    assertThat(next.inHandSince()).isEqualTo(at("2026-11-25T10:00"));
    assertThat(next.created().replyDue()).isEqualTo(former.clocks().due(DeadlineKind.REPLY));
  }

  @Test
  void nobody_begins_late_where_nothing_is_left_for_the_reply_the_next_unit_has_it_in_full() {
    Assignment former = AssignmentTest.in(AssignmentStatus.REPLY_REJECTED);
    Instant ruledAt = former.clocks().due(DeadlineKind.REPLY);
    former.recall(RecallReason.RULED, null, ruledAt, RULES);
    Assignment next = AssignmentTest.open(CaseKind.HELP, ruledAt, help());
    Instant inFull = next.clocks().due(DeadlineKind.REPLY);

    next.takeOver(former, RULES);

    assertThat(next.clocks().due(DeadlineKind.REPLY)).isEqualTo(inFull);
    assertThat(next.clocks().startOf(DeadlineKind.REPLY)).isEqualTo(ruledAt);
    assertThat(next.missedBy(ruledAt)).isEmpty();
  }

  @Test
  void another_calendar_moves_the_clocks_that_run_in_a_dispute() {
    Assignment task = asked(at("2026-11-23T10:30"));

    assertThat(Reckoning.movable(task)).contains(DeadlineKind.SIGN, DeadlineKind.CONTACT);
    task.convene(at("2026-11-23T10:40"), RULES);
    assertThat(Reckoning.movable(task))
        .contains(DeadlineKind.SIGN, DeadlineKind.CONTACT, DeadlineKind.REPLY);
    task.sign("clerk", at("2026-11-23T10:50"), () -> RULES);
    assertThat(Reckoning.movable(task))
        .containsExactlyInAnyOrder(DeadlineKind.CONTACT, DeadlineKind.REPLY);
  }

  @Test
  void whom_a_ruling_names_does_not_return_the_case_any_more_and_reads_which_ruling_it_was() {
    Assignment task = AssignmentTest.open(CaseKind.HELP, at("2026-11-23T09:00"), help());
    HandledCase of = help();
    of.disputes().open();
    of.disputes().rule(1, List.of("cg", "zj"), at("2026-11-23T09:30"));

    assertThatThrownBy(() -> allowed(task, of, at("2026-11-23T10:00")).requireReturn())
        .isInstanceOfSatisfying(
            RuledToHandle.class,
            refused -> {
              assertThat(refused.detailZh()).contains("第 1 次会商", "2026年11月23日 09:30");
              assertThat(refused.detailEn()).contains("dispute 1", "2026-11-23 09:30");
            });

    of.disputes().open();
    of.disputes().rule(2, List.of("jt"), at("2026-11-24T09:30"));
    allowed(task, of, at("2026-11-24T10:00")).requireReturn();
  }

  /** Dispatched on Monday at 09:00, with a return that waits since then. */
  private static Assignment asked(Instant at) {
    Assignment task = AssignmentTest.in(AssignmentStatus.PENDING_SIGN);
    task.requestReturn(ReturnReason.NOT_OUR_DUTY, null, at("2026-11-25T17:30"), at);
    return task;
  }

  @Test
  void one_thing_is_decided_at_a_time() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    task.requestExtension(ExtensionReason.COMPLEX, 5);

    assertThatThrownBy(() -> task.requestHold(HoldReason.SEASON, at("2027-03-01T09:00")))
        .isInstanceOf(RequestStillOpen.class);
    assertThatThrownBy(
            () -> task.requestReturn(ReturnReason.OTHER_AREA, null, Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(RequestStillOpen.class);
    assertThat(task.status()).isEqualTo(AssignmentStatus.CONTACTED);
    assertThat(task.requests()).isEqualTo(1);
  }

  @Test
  void a_unit_that_asked_works_on_and_its_reply_makes_the_request_lapse() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    task.requestExtension(ExtensionReason.COMPLEX, 5);
    task.contact(ContactResult.REACHED, at("2026-11-24T09:00"), () -> RULES);

    task.submitReply("clerk", true, at("2026-11-25T09:00"), CALENDAR);

    assertThat(task.openRequest()).isNull();
    assertThatThrownBy(() -> task.extend(ExtensionReason.COMPLEX, 5, at("2026-11-25T10:00"), RULES))
        .isInstanceOf(AssignmentNotReady.class);
  }

  @Test
  void a_case_that_came_back_too_often_is_not_returned_again() {
    HandledCase of = help();
    of.returnedBy("cg", "jt");
    of.returnedBy("jt", null);
    Assignment task = AssignmentTest.open(CaseKind.HELP, at("2026-11-23T09:00"), of);

    assertThatThrownBy(
            () ->
                Allowances.at(
                        at("2026-11-23T10:00"), new Held(of, task), Policies.shipped(), CALENDAR)
                    .requireReturn())
        .isInstanceOfSatisfying(
            ReturnsUsedUp.class, refused -> assertThat(refused.detailZh()).contains("已退单 2 次"));
  }

  @Test
  void praise_is_neither_returned_nor_extended_nor_held() {
    HandledCase of = AssignmentTest.caseOf(CaseKind.PRAISE);
    Assignment task = AssignmentTest.open(CaseKind.PRAISE, at("2026-11-23T09:00"), of);
    Allowances none =
        Allowances.at(at("2026-11-23T10:00"), new Held(of, task), Policies.shipped(), CALENDAR);

    assertThatThrownBy(none::requireReturn).isInstanceOf(NotForThisKind.class);
    assertThatThrownBy(none::requireExtension).isInstanceOf(NotForThisKind.class);
    assertThatThrownBy(none::requireHold).isInstanceOf(NotForThisKind.class);
    assertThat(none.view().returning().whyNot().zh()).contains("不能退单");
  }

  @Test
  void more_time_is_asked_for_up_to_the_due_moment_and_as_often_as_the_policy_says() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    Instant due = task.clocks().due(DeadlineKind.REPLY);

    allowed(task, due).requireExtension();
    assertThat(allowed(task, due).view().extension().workDays()).isEqualTo(5);
    assertThatThrownBy(() -> allowed(task, due.plusMillis(1)).requireExtension())
        .isInstanceOf(ExtensionAfterDue.class);

    task.requestExtension(ExtensionReason.COMPLEX, 5);
    task.extend(ExtensionReason.COMPLEX, 5, due, RULES);
    assertThatThrownBy(() -> allowed(task, due).requireExtension())
        .isInstanceOfSatisfying(
            ExtensionsUsedUp.class, refused -> assertThat(refused.detailEn()).contains("1 time"));
    assertThat(allowed(task, due).view().extension().used()).isEqualTo(1);
  }

  @Test
  void the_refusal_of_an_act_is_what_the_form_says_beside_its_button() {
    Assignment task = AssignmentTest.in(AssignmentStatus.SIGNED);

    assertThat(allowed(task, at("2026-11-23T10:00")).view().hold().whyNot().zh())
        .contains("已签收")
        .contains("请先联系诉求人");
    assertThatThrownBy(() -> allowed(task, at("2026-11-23T10:00")).requireHold())
        .isInstanceOfSatisfying(
            IllegalMove.class,
            refused ->
                assertThat(refused.detailZh())
                    .isEqualTo(allowed(task, at("2026-11-23T10:00")).view().hold().whyNot().zh()));
  }

  @Test
  void an_extension_adds_work_days_to_the_limit_and_says_both_due_times() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    task.requestExtension(ExtensionReason.WORKS_IN_PROGRESS, 3);
    int changes = task.clocks().changes();

    AssignmentExtended fact =
        task.extend(ExtensionReason.WORKS_IN_PROGRESS, 3, at("2026-11-27T10:00"), RULES);

    assertThat(fact.replyDueBefore()).isEqualTo(at("2026-11-30T17:30"));
    assertThat(fact.replyDue()).isEqualTo(at("2026-12-03T17:30"));
    assertThat(fact.late()).isFalse();
    assertThat(task.missedBy(at("2026-12-03T17:30"))).isEmpty();
    assertThat(task.clocks().nextDue()).isEqualTo(at("2026-12-03T17:30"));
    // The timer of the old due time has been replaced.
    assertThat(task.clocks().changes()).isEqualTo(changes + 1);
    assertThat(task.clocks().explain(DeadlineKind.REPLY, CALENDAR).remarks())
        .extracting(remark -> remark.topic())
        .containsExactly(Topic.RULE, Topic.EXTENSION);
  }

  @Test
  void an_extension_approved_one_minute_after_due_is_late_and_extends_and_both_facts_are_kept() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    task.requestExtension(ExtensionReason.COMPLEX, 5);
    Instant approved = at("2026-11-30T17:31");
    assertThat(kinds(task.missedBy(approved))).containsExactly(DeadlineKind.REPLY);

    AssignmentExtended fact = task.extend(ExtensionReason.COMPLEX, 5, approved, RULES);

    assertThat(fact.late()).isTrue();
    assertThat(fact.replyDue()).isEqualTo(at("2026-12-07T17:30"));
    assertThat(task.clocks().missed(DeadlineKind.REPLY)).isTrue();
    assertThat(task.clocks().light(DeadlineKind.REPLY, approved, CALENDAR)).isEqualTo(Light.GREEN);
    assertThat(task.clocks().explain(DeadlineKind.REPLY, CALENDAR).remarks())
        .extracting(remark -> remark.topic())
        .contains(Topic.EXTENSION_APPROVED_LATE);
    assertThat(task.missedBy(at("2026-12-08T09:00"))).isEmpty();
    assertThat(task.submitReply("clerk", true, at("2026-12-07T09:00"), CALENDAR).late()).isFalse();
  }

  @Test
  void a_refused_extension_moves_nothing() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    Instant due = task.clocks().due(DeadlineKind.REPLY);
    task.requestExtension(ExtensionReason.COMPLEX, 5);

    assertThat(task.refuseExtension(RequestRefusal.CAN_BE_DONE_IN_TIME).replyDue()).isEqualTo(due);
    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(due);
    assertThat(allowed(task, due).view().extension().used()).isZero();
  }

  @Test
  void a_hold_across_spring_festival_gives_back_its_work_time_and_no_holiday() {
    Assignment task = worked(at("2026-02-11T09:00"));
    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-02-25T17:30"));

    AssignmentHeld held =
        task.hold(HoldReason.SEASON, at("2026-02-24T15:00"), at("2026-02-13T10:00"), RULES);
    assertThat(task.status()).isEqualTo(AssignmentStatus.HELD);
    assertThat(held.replyDue()).isEqualTo(at("2026-02-28T12:00"));
    assertThat(task.clocks().pressing(task.status())).isEmpty();
    assertThat(task.clocks().nextWord(task.status())).isEmpty();
    assertThat(task.missedBy(at("2026-02-26T10:00"))).isEmpty();

    AssignmentResumed resumed = task.resume(ResumedBy.DUE, at("2026-02-24T15:00"), RULES);
    assertThat(resumed.replyDue()).isEqualTo(at("2026-02-28T12:00"));
    assertThat(resumed.heldAt()).isEqualTo(at("2026-02-13T10:00"));
    assertThat(task.status()).isEqualTo(AssignmentStatus.HANDLING);
    assertThat(task.clocks().nextWord(task.status())).contains(at("2026-02-27T12:00"));
    assertThat(task.clocks().explain(DeadlineKind.REPLY, CALENDAR).spans())
        .anySatisfy(
            span -> {
              assertThat(span.reason()).isEqualTo(SpanReason.PAUSED);
              assertThat(span.label()).isEqualTo("挂起");
            });
  }

  @Test
  void a_hold_that_ends_early_leaves_the_work_time_that_was_left() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    Instant heldAt = at("2026-11-25T10:00");
    Instant resumedAt = at("2026-12-09T15:00");
    Duration left = CALENDAR.workTimeBetween(heldAt, task.clocks().due(DeadlineKind.REPLY));
    task.hold(HoldReason.LITIGATION, at("2027-02-26T09:00"), heldAt, RULES);

    AssignmentResumed fact = task.resume(ResumedBy.CENTRE, resumedAt, RULES);

    assertThat(CALENDAR.workTimeBetween(resumedAt, fact.replyDue())).isEqualTo(left);
    // From Monday 09:00 to Wednesday 10:00: what the unit has had.
    assertThat(task.clocks().workMinutesUntil(resumedAt, CALENDAR)).isEqualTo(2 * 450 + 60);
  }

  @Test
  void a_hold_whose_end_is_noticed_late_has_ended_on_its_day() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    Instant planned = at("2026-12-09T09:00");
    Instant due = task.hold(HoldReason.FUNDS, planned, at("2026-11-25T10:00"), RULES).replyDue();

    AssignmentResumed fact = task.resume(ResumedBy.DUE, planned.plus(Duration.ofDays(2)), RULES);

    assertThat(fact.replyDue()).isEqualTo(due);
  }

  @Test
  void a_hold_after_the_due_time_heals_nothing() {
    Assignment task = AssignmentTest.in(AssignmentStatus.CONTACTED);
    Instant due = task.clocks().due(DeadlineKind.REPLY);
    Instant approved = due.plus(Duration.ofDays(1));
    assertThat(kinds(task.missedBy(approved))).containsExactly(DeadlineKind.REPLY);

    assertThat(task.hold(HoldReason.APPRAISAL, at("2027-01-11T09:00"), approved, RULES).replyDue())
        .isEqualTo(due);
    task.resume(ResumedBy.DUE, at("2027-01-11T09:00"), RULES);
    assertThat(task.clocks().missed(DeadlineKind.REPLY)).isTrue();
    assertThat(task.submitReply("clerk", true, at("2027-01-11T10:00"), CALENDAR).late()).isTrue();
  }

  @Test
  void reviews_holds_and_extensions_are_counted_together_in_whatever_order_they_came() {
    Assignment one = AssignmentTest.in(AssignmentStatus.CONTACTED);
    one.extend(ExtensionReason.COMPLEX, 5, at("2026-11-24T10:00"), RULES);
    one.submitReply("clerk", true, at("2026-11-25T10:00"), CALENDAR);
    one.rejectReply(ReplyRejection.OFF_TOPIC, at("2026-11-26T10:00"), RULES);
    one.hold(HoldReason.SEASON, at("2026-12-01T10:00"), at("2026-11-27T10:00"), RULES);
    one.resume(ResumedBy.DUE, at("2026-12-01T10:00"), RULES);

    Assignment other = AssignmentTest.in(AssignmentStatus.CONTACTED);
    other.submitReply("clerk", true, at("2026-11-25T10:00"), CALENDAR);
    other.rejectReply(ReplyRejection.OFF_TOPIC, at("2026-11-26T10:00"), RULES);
    other.hold(HoldReason.SEASON, at("2026-12-01T10:00"), at("2026-11-27T10:00"), RULES);
    other.resume(ResumedBy.DUE, at("2026-12-01T10:00"), RULES);
    other.extend(ExtensionReason.COMPLEX, 5, at("2026-12-01T11:00"), RULES);

    assertThat(one.clocks().due(DeadlineKind.REPLY))
        .isEqualTo(other.clocks().due(DeadlineKind.REPLY));
    // Ten work days to Monday 12-07, one under review, two on hold: 450 + 2 x 450 work minutes.
    assertThat(
            CALENDAR.workMinutesBetween(
                at("2026-12-07T17:30"), one.clocks().due(DeadlineKind.REPLY)))
        .isEqualTo(3 * 450);
    assertThat(one.clocks().explain(DeadlineKind.REPLY, CALENDAR).spans())
        .extracting(span -> span.label())
        .contains("答复待审核", "挂起");
  }

  @Test
  void a_task_that_is_taken_back_while_it_is_held_ends_its_hold_there() {
    Assignment task = AssignmentTest.in(AssignmentStatus.HELD);
    Instant taken = at("2026-11-24T10:00");

    task.recall(RecallReason.DUTY_CHANGED, "职责已划转", taken, RULES);

    assertThat(task.isOver()).isTrue();
    assertThat(task.endedAt()).isEqualTo(taken);
    assertThat(task.heldUntil()).isNull();
    assertThat(task.missedBy(at("2027-03-02T10:00"))).isEmpty();
  }

  private static HandledCase help() {
    return AssignmentTest.caseOf(CaseKind.HELP);
  }

  @Test
  void what_waits_for_the_leader_is_overtaken_by_no_request() {
    Instant start = at("2026-11-23T09:00");
    Assignment task = worked(start);
    task.askEndorsement(EndorsedAct.REPLY, at("2026-11-25T17:30"), start);
    Allowances allowed = allowed(task, start);

    assertThatThrownBy(allowed::requireReturn).isInstanceOf(DraftWaits.class);
    assertThatThrownBy(allowed::requireExtension).isInstanceOf(DraftWaits.class);
    assertThatThrownBy(allowed::requireHold).isInstanceOf(DraftWaits.class);
    assertThat(allowed.view().extension().whyNot()).isNotNull();

    Assignment part = SubDispatchTest.partOf(worked(start));
    part.askEndorsement(EndorsedAct.RETURN, at("2026-11-25T17:30"), start);
    assertThatThrownBy(allowed(part, start)::requireReturn).isInstanceOf(DraftWaits.class);
  }

  private static Allowances allowed(Assignment task, Instant now) {
    return allowed(task, help(), now);
  }

  private static Allowances allowed(Assignment task, HandledCase of, Instant now) {
    return Allowances.at(now, new Held(of, task), Policies.shipped(), CALENDAR);
  }

  private static Assignment worked(Instant start) {
    Assignment task = AssignmentTest.open(CaseKind.HELP, start, help());
    task.sign("clerk", start, () -> RULES);
    task.contact(ContactResult.REACHED, start, () -> RULES);
    return task;
  }
}
