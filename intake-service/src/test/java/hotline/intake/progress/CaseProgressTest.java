package hotline.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AppealFiled;
import hotline.lifecycle.AppealGround;
import hotline.lifecycle.AppealUpheld;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentExtensionRequested;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentReturnRefused;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.AssignmentSubDispatchEnded;
import hotline.lifecycle.AssignmentSubDispatched;
import hotline.lifecycle.CallbackAttempted;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseExclusionRequested;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ExclusionReason;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.Fact;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.LegalHoldLifted;
import hotline.lifecycle.LegalHoldPlaced;
import hotline.lifecycle.LegalHoldReason;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Solved;
import hotline.lifecycle.UnreachableReason;
import hotline.lifecycle.Uuid7;
import hotline.relay.PoisonRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseProgressTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-01T09:30:00Z");
  private final UUID caseId = UUID.randomUUID();
  private final UUID lead = UUID.randomUUID();

  @Test
  void a_dispatched_case_is_held_by_its_unit_until_the_task_ends() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_DISPATCH);
    follow(progress, dispatched());
    follow(progress, created(lead, AssignmentRole.LEAD));
    follow(progress, signed(lead, AssignmentRole.LEAD));
    assertThat(progress.status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.status()).isEqualTo(AssignmentStatus.SIGNED);
              assertThat(held.unitPath()).isEqualTo("/center/cg");
            });
    assertThat(progress.steps())
        .extracting(CaseStep::type)
        .containsExactly(EventType.ASSIGNMENT_CREATED, EventType.ASSIGNMENT_SIGNED);
  }

  @Test
  void that_another_case_was_answered_is_kept_until_the_case_is_handled_again() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.MERGED);
    assertThat(progress.answeredWithMain()).isNull();
    follow(
        progress,
        new CaseAnsweredWithMain(
            UUID.randomUUID(), 1, "cg", "/center/cg", true, "handler", "reviewer", NOW, false));
    assertThat(progress.answeredWithMain()).isTrue();
    follow(progress, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    assertThat(progress.answeredWithMain()).isFalse();

    CaseProgress closed = new CaseProgress(caseId, CaseStatus.CLOSED);
    follow(closed, new CaseReopened(2, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW));
    assertThat(closed.answeredWithMain()).isFalse();
  }

  @Test
  void a_co_handler_moves_neither_the_case_nor_the_citizens_steps() {
    UUID co = UUID.randomUUID();
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_DISPATCH);
    follow(progress, dispatched());
    follow(progress, created(co, AssignmentRole.CO));
    follow(progress, signed(co, AssignmentRole.CO));
    assertThat(progress.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(progress.steps()).isEmpty();
    assertThat(progress.changedAssignments()).hasSize(1);
  }

  @Test
  void what_the_lead_hands_down_is_told_with_both_units_and_its_task_goes_on_afterwards() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_DISPATCH);
    follow(progress, dispatched());
    follow(progress, created(lead, AssignmentRole.LEAD));
    follow(progress, signed(lead, AssignmentRole.LEAD));
    UUID part = UUID.randomUUID();
    follow(
        progress,
        new AssignmentSubDispatched(lead, 1, AssignmentRole.LEAD, "cg", part, "cg-1", NOW));
    follow(progress, created(part, AssignmentRole.CO));
    follow(progress, signed(part, AssignmentRole.CO));
    // A unit below hands it on: the citizen is told whom the lead unit gave it.
    follow(
        progress,
        new AssignmentSubDispatched(
            part, 1, AssignmentRole.CO, "cg-1", UUID.randomUUID(), "cg-1-1", NOW));
    follow(
        progress,
        new AssignmentSubDispatchEnded(
            lead, 1, AssignmentRole.LEAD, "cg", AssignmentStatus.CONTACTED));

    assertThat(progress.status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(progress.changedAssignments())
        .extracting(HeldAssignment::status)
        .containsExactly(AssignmentStatus.CONTACTED, AssignmentStatus.SUBDISPATCHED);
    assertThat(progress.steps())
        .filteredOn(step -> step.type() == EventType.ASSIGNMENT_SUB_DISPATCHED)
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.unitId()).isEqualTo("cg");
              assertThat(step.result()).isEqualTo("cg-1");
            });
    assertThat(progress.steps()).hasSize(3);
  }

  @Test
  void what_comes_too_late_for_a_withdrawn_case_leaves_it_withdrawn_and_its_task_ends() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.WITHDRAWN);
    follow(progress, dispatched());
    follow(progress, created(lead, AssignmentRole.LEAD));
    follow(progress, signed(lead, AssignmentRole.LEAD));
    follow(
        progress,
        new AssignmentCancelled(
            lead, 1, AssignmentRole.LEAD, "cg", CancellationReason.CASE_WITHDRAWN));
    assertThat(progress.status()).isEqualTo(CaseStatus.WITHDRAWN);
    assertThat(progress.moved()).isFalse();
    assertThat(progress.steps()).isEmpty();
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.status()).isEqualTo(AssignmentStatus.CANCELLED));
  }

  @Test
  void a_rating_that_crossed_a_withdrawal_stands() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.WITHDRAWN);
    follow(progress, closed());
    assertThat(progress.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(progress.outcome().closed().satisfied()).isEqualTo(Answer.YES);
    assertThat(progress.outcome().at()).isEqualTo(NOW);
  }

  @Test
  void a_reopened_case_has_no_outcome_until_it_is_closed_again() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_CALLBACK);
    follow(progress, closed());
    follow(progress, reopened());
    assertThat(progress.status()).isEqualTo(CaseStatus.REHANDLING);
    assertThat(progress.outcome()).isNull();
    assertThat(progress.reopened()).isTrue();
    assertThat(progress.moved()).isTrue();
    assertThat(progress.steps()).extracting(CaseStep::result).containsExactly(null, "2");
  }

  @Test
  void an_archived_case_keeps_its_outcome_and_a_reopening_asked_for_at_the_last_moment_is_late() {
    for (boolean askedFirst : new boolean[] {true, false}) {
      CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_CALLBACK);
      CaseReopenRequested asked =
          new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW);
      follow(progress, closed());
      if (askedFirst) {
        follow(progress, asked);
      }
      follow(progress, new LegalHoldPlaced(lead, LegalHoldReason.LITIGATION));
      follow(progress, new LegalHoldLifted(lead, LegalHoldReason.LITIGATION, false, null));
      follow(progress, new CaseArchived(NOW, 10, NOW));
      if (!askedFirst) {
        follow(progress, asked);
      }
      assertThat(progress.status()).isEqualTo(CaseStatus.ARCHIVED);
      assertThat(progress.outcome().closed().satisfied()).isEqualTo(Answer.YES);
      assertThat(progress.steps())
          .extracting(CaseStep::type)
          .containsExactly(EventType.CASE_CLOSED, EventType.CASE_ARCHIVED);
    }
  }

  @Test
  void what_counts_in_the_score_of_a_unit_is_not_told_to_its_citizen() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_CALLBACK);
    follow(progress, closed());
    follow(progress, new CaseExclusionRequested(lead, 1, "cg", ExclusionReason.NOT_TRUE));
    follow(progress, new CaseExcluded(lead, 1, "cg", ExclusionReason.NOT_TRUE));
    follow(progress, new AppealFiled(lead, 1, "cg", AppealGround.OTHER_UNIT));
    follow(progress, new AppealUpheld(lead, 1, "cg", AppealGround.OTHER_UNIT));
    assertThat(progress.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(progress.outcome().closed().satisfied()).isEqualTo(Answer.YES);
    assertThat(progress.steps()).hasSize(1);
  }

  @Test
  void a_merged_case_is_told_without_its_recall_and_without_the_number_of_the_other() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_DISPATCH);
    UUID main = UUID.randomUUID();
    follow(progress, dispatched());
    follow(progress, created(lead, AssignmentRole.LEAD));
    follow(
        progress, new AssignmentRecalled(lead, 1, AssignmentRole.LEAD, "cg", RecallReason.MERGED));
    follow(progress, new CaseMerged(main, MergeReason.SAME_PLACE));
    assertThat(progress.status()).isEqualTo(CaseStatus.MERGED);
    follow(
        progress,
        new CaseAnsweredWithMain(main, 1, "zj", "/center/zj", true, "h", "r", NOW, false));

    assertThat(progress.status()).isEqualTo(CaseStatus.PENDING_CALLBACK);
    assertThat(progress.steps())
        .extracting(CaseStep::type)
        .containsExactly(
            EventType.ASSIGNMENT_CREATED, EventType.CASE_MERGED, EventType.CASE_ANSWERED_WITH_MAIN);
    assertThat(progress.steps()).extracting(CaseStep::unitId).containsExactly("cg", null, "zj");
    assertThat(progress.steps()).extracting(CaseStep::result).containsOnlyNulls();
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.status()).isEqualTo(AssignmentStatus.RECALLED));
  }

  private static CaseReopened reopened() {
    return new CaseReopened(2, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW);
  }

  @Test
  void a_clock_that_another_calendar_moves_moves_the_promised_date_and_no_other_clock_does() {
    CaseProgress progress = handled();
    follow(progress, moved(DeadlineKind.SIGN, NOW));
    follow(progress, moved(DeadlineKind.REPLY, LATER));
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.replyDue()).isEqualTo(LATER));
    follow(progress, moved(DeadlineKind.CONTACT, NOW));
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.replyDue()).isEqualTo(LATER));
  }

  @Test
  void a_promised_day_that_becomes_a_later_one_is_told_and_an_extension_as_what_it_is() {
    CaseProgress progress = handled();
    assertThat(progress.postponed()).isEmpty();
    // Another clock, and another hour of the same day.
    follow(progress, moved(DeadlineKind.CONTACT, LATER));
    follow(progress, moved(DeadlineKind.REPLY, NOW.plusSeconds(3600)));
    assertThat(progress.postponed()).isEmpty();
    follow(
        progress,
        new AssignmentHeld(lead, 1, AssignmentRole.LEAD, "cg", 1, HoldReason.SEASON, LATER, LATER));
    assertThat(progress.postponed())
        .hasValueSatisfying(
            told -> {
              assertThat(told.until()).isEqualTo(LATER);
              assertThat(told.first()).isBefore(LATER);
            });
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.isPostponed()).isTrue());

    CaseProgress extended = handled();
    follow(
        extended,
        new AssignmentExtensionRequested(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ExtensionReason.COMPLEX, 5, NOW));
    follow(
        extended,
        new AssignmentExtended(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ExtensionReason.COMPLEX, 5, NOW, LATER, false));
    assertThat(extended.postponed()).isEmpty();
    // An earlier day takes no promise back.
    follow(extended, moved(DeadlineKind.REPLY, NOW));
    assertThat(extended.postponed()).isEmpty();
  }

  private DeadlineMoved moved(DeadlineKind deadline, Instant dueAt) {
    return new DeadlineMoved(
        lead,
        1,
        AssignmentRole.LEAD,
        "cg",
        deadline,
        NOW,
        dueAt,
        DeadlineChange.CALENDAR,
        2,
        "default@1");
  }

  @Test
  void an_extension_moves_the_promised_date_and_is_told() {
    CaseProgress progress = handled();
    follow(
        progress,
        new AssignmentExtensionRequested(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ExtensionReason.COMPLEX, 5, NOW));
    follow(
        progress,
        new AssignmentExtended(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ExtensionReason.COMPLEX, 5, NOW, LATER, false));
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.replyDue()).isEqualTo(LATER));
    assertThat(progress.steps())
        .last()
        .satisfies(
            step -> {
              assertThat(step.type()).isEqualTo(EventType.ASSIGNMENT_EXTENDED);
              assertThat(step.until()).isEqualTo(LATER);
            });
  }

  @Test
  void a_hold_is_told_until_when_and_ends_with_a_new_promised_date() {
    CaseProgress progress = handled();
    follow(
        progress,
        new AssignmentHeld(lead, 1, AssignmentRole.LEAD, "cg", 1, HoldReason.SEASON, LATER, LATER));
    assertThat(progress.status()).isEqualTo(CaseStatus.ON_HOLD);
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(held -> assertThat(held.heldUntil()).isEqualTo(LATER));
    follow(
        progress,
        new AssignmentResumed(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ResumedBy.DUE, NOW, LATER.plusSeconds(1)));
    assertThat(progress.status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(progress.changedAssignments())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.heldUntil()).isNull();
              assertThat(held.replyDue()).isEqualTo(LATER.plusSeconds(1));
            });
  }

  @Test
  void a_returned_task_ends_and_the_next_unit_holds_the_case() {
    CaseProgress progress = handled();
    follow(
        progress,
        new AssignmentReturnRequested(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ReturnReason.NOT_OUR_DUTY, "jt", LATER));
    follow(
        progress,
        new AssignmentReturned(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ReturnReason.NOT_OUR_DUTY, "jt", 1));
    assertThat(progress.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    follow(progress, dispatched());
    follow(progress, created(UUID.randomUUID(), AssignmentRole.LEAD));
    assertThat(progress.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(progress.changedAssignments())
        .extracting(HeldAssignment::status)
        .containsExactly(AssignmentStatus.RETURNED, AssignmentStatus.PENDING_SIGN);
  }

  @Test
  void a_refused_return_leads_back_to_where_the_task_stood() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_DISPATCH);
    follow(progress, dispatched());
    follow(progress, created(lead, AssignmentRole.LEAD));
    follow(
        progress,
        new AssignmentReturnRequested(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ReturnReason.OTHER_AREA, null, LATER));
    follow(
        progress,
        new AssignmentReturnRefused(
            lead,
            1,
            AssignmentRole.LEAD,
            "cg",
            1,
            RequestRefusal.WITHIN_DUTIES,
            AssignmentStatus.PENDING_SIGN,
            NOW,
            NOW,
            null));
    follow(progress, signed(lead, AssignmentRole.LEAD));
    assertThat(progress.status()).isEqualTo(CaseStatus.HANDLING);
  }

  private CaseProgress handled() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_DISPATCH);
    follow(progress, dispatched());
    follow(progress, created(lead, AssignmentRole.LEAD));
    follow(progress, signed(lead, AssignmentRole.LEAD));
    follow(
        progress,
        new AssignmentContactAttempted(
            lead, 1, AssignmentRole.LEAD, "cg", 1, ContactResult.REACHED, NOW, false));
    return progress;
  }

  @Test
  void a_unit_that_wrote_down_that_it_can_reach_nobody_has_not_contacted_the_citizen() {
    CaseProgress progress = handled();
    int told = progress.steps().size();
    follow(progress, contact(ContactResult.NOT_POSSIBLE));
    assertThat(progress.steps()).hasSize(told);
    follow(progress, contact(ContactResult.NO_ANSWER));
    // A code of a newer writer.
    follow(progress, contact(null));
    assertThat(progress.steps().subList(told - 1, progress.steps().size()))
        .extracting(CaseStep::result)
        .containsExactly("REACHED", "NO_ANSWER", null);
  }

  @Test
  void a_case_that_ends_without_a_rating_tells_why_nobody_was_asked() {
    CaseProgress progress = new CaseProgress(caseId, CaseStatus.PENDING_CALLBACK);
    follow(progress, attempt(CallbackResult.WRONG_PERSON));
    follow(
        progress,
        new EvaluationUnreachable(caseId, 1, "cg", 1, UnreachableReason.ATTEMPTS_EXHAUSTED));
    assertThat(progress.steps())
        .extracting(CaseStep::result)
        .containsExactly("WRONG_PERSON", "ATTEMPTS_EXHAUSTED");
  }

  private CallbackAttempted attempt(CallbackResult result) {
    return new CallbackAttempted(caseId, 1, 1, result);
  }

  private AssignmentContactAttempted contact(ContactResult result) {
    return new AssignmentContactAttempted(
        lead, 1, AssignmentRole.LEAD, "cg", 2, result, NOW, false);
  }

  @Test
  void what_cannot_be_true_is_poison() {
    CaseProgress refused = new CaseProgress(caseId, CaseStatus.REFUSED);
    assertThatThrownBy(() -> follow(refused, dispatched())).isInstanceOf(PoisonRecord.class);
    CaseProgress dispatched = new CaseProgress(caseId, CaseStatus.DISPATCHED);
    assertThatThrownBy(() -> follow(dispatched, signed(lead, AssignmentRole.LEAD)))
        .isInstanceOf(PoisonRecord.class)
        .hasMessageContaining("not known");
    follow(dispatched, created(lead, AssignmentRole.LEAD));
    assertThatThrownBy(() -> follow(dispatched, created(lead, AssignmentRole.LEAD)))
        .isInstanceOf(PoisonRecord.class)
        .hasMessageContaining("known already");
    assertThatThrownBy(() -> follow(new CaseProgress(caseId, CaseStatus.HANDLING), closed()))
        .isInstanceOf(PoisonRecord.class);
  }

  private void follow(CaseProgress progress, LifecycleEvent event) {
    progress.follow(
        new Fact(
            new Envelope(
                Uuid7.at(NOW),
                event.type().source(),
                caseId,
                "2611220000174",
                NOW,
                NOW,
                1,
                null,
                "somebody",
                null,
                null),
            event));
  }

  private static CaseDispatched dispatched() {
    return new CaseDispatched(1, "cg", List.of(), false, null, "1");
  }

  private static AssignmentCreated created(UUID id, AssignmentRole role) {
    return new AssignmentCreated(id, 1, role, "cg", "/center/cg", NOW, NOW, NOW, "sd-default");
  }

  private static AssignmentSigned signed(UUID id, AssignmentRole role) {
    return new AssignmentSigned(id, 1, role, "cg", NOW, false);
  }

  private static CaseClosed closed() {
    return new CaseClosed(
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
        null,
        null);
  }
}
