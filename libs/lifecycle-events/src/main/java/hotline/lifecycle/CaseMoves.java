package hotline.lifecycle;

import static hotline.lifecycle.CaseStatus.ANSWERED_DIRECT;
import static hotline.lifecycle.CaseStatus.ARCHIVED;
import static hotline.lifecycle.CaseStatus.CLOSED;
import static hotline.lifecycle.CaseStatus.DISPATCHED;
import static hotline.lifecycle.CaseStatus.HANDLING;
import static hotline.lifecycle.CaseStatus.MERGED;
import static hotline.lifecycle.CaseStatus.ON_HOLD;
import static hotline.lifecycle.CaseStatus.PENDING_CALLBACK;
import static hotline.lifecycle.CaseStatus.PENDING_DISPATCH;
import static hotline.lifecycle.CaseStatus.PENDING_REVIEW;
import static hotline.lifecycle.CaseStatus.REFUSED;
import static hotline.lifecycle.CaseStatus.REGISTERED;
import static hotline.lifecycle.CaseStatus.REHANDLING;
import static hotline.lifecycle.CaseStatus.TRANSFERRED_OUT;
import static hotline.lifecycle.CaseStatus.WITHDRAWN;

/**
 * Which fact leads a case from which status to which: the one place that says it. There is no
 * {@code default}, so a new event or status does not compile until every pair is answered.
 *
 * <p>Two services may act at the same moment. Both orders of such a pair lead to the same status: a
 * withdrawal and a transfer to a body outside end the work on every open case and make what comes
 * later superseded, but a case that the citizen's rating closed stays closed.
 *
 * <p>What a body outside did not take is screened again while the other services may not even have
 * heard of the transfer: what they say of before is superseded there, too.
 *
 * <p>A closed case is opened again in two steps: intake asks for it, evaluation does it. Only who
 * has heard of the closing can ask, so no withdrawal of before can come after the reopening.
 */
public final class CaseMoves {

  private CaseMoves() {}

  /**
   * The move of a whole event: an event about a co-handler's assignment leaves the case. Of a case
   * that is over only its cancelling is still true, as for the lead.
   */
  public static Move<CaseStatus> move(CaseStatus status, LifecycleEvent event) {
    if (event instanceof AssignmentFact fact && fact.role() == AssignmentRole.CO) {
      return over(status) && event.type() != EventType.ASSIGNMENT_CANCELLED
          ? Move.superseded(status)
          : Move.stay(status);
    }
    // No unit had what the centre answered at once: a dispatcher chooses its first.
    if (status == CLOSED && event instanceof CaseReopened reopened && reopened.round() == 1) {
      return Move.to(PENDING_DISPATCH);
    }
    if (event instanceof AssignmentCancelled cancelled
        && cancelled.reason() == CancellationReason.CASE_TRANSFERRED
        && withItsUnit(status)) {
      // Dispatched before the transfer was heard of, and said after it had come back: the
      // dispatcher has it.
      return Move.to(PENDING_DISPATCH);
    }
    return move(status, event.type());
  }

  private static boolean withItsUnit(CaseStatus status) {
    return recalled(status).kind() == Move.Kind.TO;
  }

  /** The move of an event about the case or about its lead assignment. */
  public static Move<CaseStatus> move(CaseStatus status, EventType type) {
    return switch (type) {
      case CASE_REGISTERED ->
          status == CaseStatus.DRAFT ? Move.to(REGISTERED) : Move.impossible(status);
      case SCREENING_APPROACHING, SCREENING_MISSED, SCREENING_MOVED, CASE_SPLIT ->
          whileScreened(status);
      case CASE_ACCEPTED -> screened(status, PENDING_DISPATCH);
      case CASE_ANSWERED_DIRECT -> screened(status, ANSWERED_DIRECT);
      case CASE_REFUSED -> screened(status, REFUSED);
      case CASE_TRANSFERRED_OUT -> transferredOut(status);
      case CASE_TRANSFER_ACKNOWLEDGED -> elsewhere(status, TRANSFERRED_OUT);
      case CASE_TRANSFER_DECLINED -> elsewhere(status, REGISTERED);
      case CASE_SUPPLEMENTED, CASE_URGED -> whileOpen(status);
      case CASE_MARKED, CASE_CORRECTED -> ofIntake(status);
      case CASE_WITHDRAWN -> withdrawn(status);
      case CASE_DISPATCHED -> dispatched(status);
      case ASSIGNMENT_CREATED,
          ASSIGNMENT_CONTACT_ATTEMPTED,
          DEADLINE_APPROACHING,
          DEADLINE_MISSED,
          DEADLINE_MOVED ->
          whileOpen(status);
      case ASSIGNMENT_SIGNED -> signed(status);
      case ASSIGNMENT_REPLY_SUBMITTED -> replied(status);
      case ASSIGNMENT_REPLY_REJECTED -> fromReview(status, HANDLING);
      case ASSIGNMENT_COMPLETED -> fromReview(status, PENDING_CALLBACK);
      case ASSIGNMENT_CANCELLED -> cancelled(status);
      case ASSIGNMENT_RETURN_REQUESTED,
          ASSIGNMENT_RETURN_REFUSED,
          DISPUTE_OPENED,
          DISPUTE_OPINION_STATED,
          DISPUTE_RULED,
          ASSIGNMENT_DEEMED_ACCEPTED,
          ASSIGNMENT_ENDORSEMENT_REQUESTED,
          ASSIGNMENT_ENDORSEMENT_ENDED ->
          withItsUnits(status, null);
      case ASSIGNMENT_RETURNED -> withItsUnits(status, PENDING_DISPATCH);
      case ASSIGNMENT_EXTENSION_REQUESTED,
          ASSIGNMENT_EXTENDED,
          ASSIGNMENT_EXTENSION_REFUSED,
          ASSIGNMENT_HOLD_REQUESTED,
          ASSIGNMENT_HOLD_REFUSED,
          ASSIGNMENT_SUB_DISPATCHED,
          ASSIGNMENT_SUB_DISPATCH_ENDED ->
          inHand(status, null);
      case ASSIGNMENT_HELD -> inHand(status, ON_HOLD);
      case ASSIGNMENT_RESUMED -> resumed(status);
      case ASSIGNMENT_RECALLED -> recalled(status);
      case SUPERVISION_URGED,
          SUPERVISION_OPENED,
          CASE_ESCALATED,
          CENTRE_APPROACHING,
          CENTRE_MISSED,
          OWNER_ASSIGNED,
          NOTICE_ISSUED ->
          whileOpen(status);
      case SUPERVISION_ANSWERED,
          SUPERVISION_SENT_BACK,
          SUPERVISION_CLOSED,
          SUPERVISION_OVERDUE,
          SUPERVISION_MOVED,
          INSTRUCTION_GIVEN,
          INSTRUCTION_READ,
          INSTRUCTION_ANSWERED,
          INSTRUCTION_ACCEPTED,
          INSTRUCTION_SENT_BACK,
          INSTRUCTION_OVERDUE,
          INSTRUCTION_MOVED,
          OWNER_VISITED,
          OWNER_HANDED_OVER,
          OWNER_SIGNED_OFF,
          OWNER_RESUMED,
          OWNER_RELEASED,
          SUPERVISION_CRITICISED,
          SUPERVISION_TALKED,
          NOTICE_DELIVERED,
          NOTICE_RECEIPTED,
          NOTICE_CLOSED,
          NOTICE_WITHDRAWN ->
          supervised(status);
      case CASE_MERGED -> merged(status);
      case CASE_UNMERGED -> whileMerged(status, PENDING_DISPATCH);
      case CASE_ANSWERED_WITH_MAIN -> whileMerged(status, PENDING_CALLBACK);
      case CALLBACK_OPENED,
          CALLBACK_APPROACHING,
          CALLBACK_MISSED,
          CALLBACK_MOVED,
          CALLBACK_ATTEMPTED,
          EVALUATION_RECORDED,
          EVALUATION_UNREACHABLE ->
          fromCallback(status, PENDING_CALLBACK);
      case CASE_REHANDLE_ORDERED -> fromCallback(status, REHANDLING);
      case CASE_CLOSED -> closed(status);
      case CASE_RATED -> rated(status);
      case CASE_REOPEN_REQUESTED -> reopenRequested(status);
      case CASE_REOPENED -> status == CLOSED ? Move.to(REHANDLING) : Move.impossible(status);
      case CASE_EXCLUSION_REQUESTED,
          CASE_EXCLUDED,
          CASE_EXCLUSION_REFUSED,
          APPEAL_FILED,
          APPEAL_UPHELD,
          APPEAL_DISMISSED,
          // From what is closed, under the lock of the service that closed it.
          SPOT_CHECK_DRAWN ->
          scored(status);
      // Windows and holds are judged under the lock of the service that closed it.
      case CASE_ARCHIVED -> status == CLOSED ? Move.to(ARCHIVED) : Move.impossible(status);
      // A lawsuit may begin at any time, and ends after everything else.
      case LEGAL_HOLD_PLACED, LEGAL_HOLD_LIFTED -> supervised(status);
      // About the round that had closed it, whatever has become of the case since.
      case SPOT_CHECK_RECORDED, SPOT_CHECK_NOT_MADE -> supervised(status);
    };
  }

  /**
   * Whether nobody works on the case: records of the past still come, and a closed one may be
   * reopened.
   */
  public static boolean over(CaseStatus status) {
    return switch (status) {
      case DRAFT,
          REGISTERED,
          SCREENING,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          ANSWERED_DIRECT,
          TRANSFERRED_OUT,
          MERGED ->
          false;
      case REFUSED, CLOSED, ARCHIVED, WITHDRAWN -> true;
    };
  }

  private static Move<CaseStatus> screened(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case REGISTERED, SCREENING -> Move.to(next);
      // The closing that crossed the transfer stands.
      case CLOSED, ARCHIVED -> Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          WITHDRAWN ->
          Move.impossible(status);
    };
  }

  /**
   * Before anybody here has it, or in the middle of its handling: the units' tasks end with it. A
   * callback that began at the same moment ends as well, but a result that is fixed stays.
   */
  private static Move<CaseStatus> transferredOut(CaseStatus status) {
    return switch (status) {
      case REGISTERED,
          SCREENING,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED ->
          Move.to(TRANSFERRED_OUT);
      case CLOSED, ARCHIVED -> Move.superseded(status);
      case DRAFT, ANSWERED_DIRECT, REFUSED, TRANSFERRED_OUT, WITHDRAWN -> Move.impossible(status);
    };
  }

  /**
   * A body outside has it. Whether it has acknowledged that is a fact beside the status: until then
   * it may come back, so that the status itself is not over.
   */
  private static Move<CaseStatus> elsewhere(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case TRANSFERRED_OUT -> next == status ? Move.stay(status) : Move.to(next);
      // The closing that crossed the transfer stands.
      case CLOSED, ARCHIVED -> Move.superseded(status);
      case DRAFT,
          REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          WITHDRAWN ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> whileScreened(CaseStatus status) {
    return switch (status) {
      case REGISTERED, SCREENING -> Move.stay(status);
      // The closing that crossed the transfer stands.
      case CLOSED, ARCHIVED -> Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          WITHDRAWN ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> whileOpen(CaseStatus status) {
    return switch (status) {
      case REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED ->
          Move.stay(status);
      case REFUSED, CLOSED, ARCHIVED, WITHDRAWN -> Move.superseded(status);
      case DRAFT -> Move.impossible(status);
    };
  }

  /**
   * A unit that is under supervision or was instructed answers for itself, and a leader owns a case
   * until it is signed off: also after the case has ended.
   */
  private static Move<CaseStatus> supervised(CaseStatus status) {
    return switch (status) {
      case REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          REFUSED,
          CLOSED,
          ARCHIVED,
          WITHDRAWN ->
          Move.stay(status);
      case DRAFT -> Move.impossible(status);
    };
  }

  /**
   * Intake owns what a case is about and its marks. It changes no case of which it knows that it
   * has ended; what crossed the closing is true all the same: nobody counts it otherwise, and all
   * know it when the case is reopened.
   */
  private static Move<CaseStatus> ofIntake(CaseStatus status) {
    return switch (status) {
      case REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          CLOSED,
          ARCHIVED ->
          Move.stay(status);
      case REFUSED, WITHDRAWN -> Move.superseded(status);
      case DRAFT -> Move.impossible(status);
    };
  }

  private static Move<CaseStatus> withdrawn(CaseStatus status) {
    return switch (status) {
      case REGISTERED,
          SCREENING,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          ANSWERED_DIRECT,
          TRANSFERRED_OUT,
          MERGED ->
          Move.to(WITHDRAWN);
      case CLOSED, ARCHIVED, REFUSED -> Move.superseded(status);
      case DRAFT, WITHDRAWN -> Move.impossible(status);
    };
  }

  private static Move<CaseStatus> dispatched(CaseStatus status) {
    return switch (status) {
      case PENDING_DISPATCH -> Move.to(DISPATCHED);
      // A later round: the case says that it is handled again until the reply is in.
      case REHANDLING -> Move.stay(REHANDLING);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> signed(CaseStatus status) {
    return switch (status) {
      case DISPATCHED -> Move.to(HANDLING);
      case REHANDLING -> Move.stay(REHANDLING);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> replied(CaseStatus status) {
    return switch (status) {
      case HANDLING, REHANDLING -> Move.to(PENDING_REVIEW);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          DISPATCHED,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> fromReview(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case PENDING_REVIEW -> Move.to(next);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> cancelled(CaseStatus status) {
    return switch (status) {
      case TRANSFERRED_OUT,
          // The body outside did not take it, before it was heard that the tasks end.
          REGISTERED,
          SCREENING,
          PENDING_DISPATCH,
          ANSWERED_DIRECT,
          REFUSED,
          WITHDRAWN,
          CLOSED,
          ARCHIVED ->
          Move.stay(status);
      case DRAFT,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  /**
   * A return, and a dispute in its place: possible until the reply is in; null leaves the case
   * where it is.
   */
  private static Move<CaseStatus> withItsUnits(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case DISPATCHED, HANDLING, REHANDLING -> next == null ? Move.stay(status) : Move.to(next);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  /** The lead has signed and works; null leaves the case where it is. */
  private static Move<CaseStatus> inHand(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case HANDLING, REHANDLING -> next == null ? Move.stay(status) : Move.to(next);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          DISPATCHED,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> resumed(CaseStatus status) {
    return switch (status) {
      case ON_HOLD -> Move.to(HANDLING);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          MERGED ->
          Move.impossible(status);
    };
  }

  /** The lead's assignment is taken back: the case lies with nobody and is dispatched anew. */
  private static Move<CaseStatus> recalled(CaseStatus status) {
    return switch (status) {
      case DISPATCHED, HANDLING, PENDING_REVIEW, REHANDLING, ON_HOLD -> Move.to(PENDING_DISPATCH);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT, ANSWERED_DIRECT, REFUSED, PENDING_DISPATCH, PENDING_CALLBACK, MERGED ->
          Move.impossible(status);
    };
  }

  /**
   * Only what lies with nobody: the tasks of a case that nobody has signed for are recalled first.
   * What screening still has is not merged: intake decides about it.
   */
  private static Move<CaseStatus> merged(CaseStatus status) {
    return switch (status) {
      case PENDING_DISPATCH -> Move.to(MERGED);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> whileMerged(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case MERGED -> Move.to(next);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, CLOSED, ARCHIVED, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          ANSWERED_DIRECT,
          REFUSED,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD ->
          Move.impossible(status);
    };
  }

  private static Move<CaseStatus> fromCallback(CaseStatus status, CaseStatus next) {
    return switch (status) {
      case PENDING_CALLBACK -> next == status ? Move.stay(status) : Move.to(next);
      // It is rated where it stands. What did not help goes to the dispatcher: no unit had it yet.
      case ANSWERED_DIRECT ->
          next == PENDING_CALLBACK ? Move.stay(status) : Move.to(PENDING_DISPATCH);
      case TRANSFERRED_OUT, REGISTERED, SCREENING, PENDING_DISPATCH, WITHDRAWN ->
          Move.superseded(status);
      case DRAFT,
          REFUSED,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          REHANDLING,
          ON_HOLD,
          CLOSED,
          ARCHIVED,
          MERGED ->
          Move.impossible(status);
    };
  }

  /**
   * The citizen rates while the callback is open. The callback may have ended at the same moment:
   * wherever that led, the rating came too late.
   */
  private static Move<CaseStatus> rated(CaseStatus status) {
    return switch (status) {
      case PENDING_CALLBACK, ANSWERED_DIRECT -> Move.stay(status);
      case PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          REHANDLING,
          ON_HOLD,
          MERGED,
          CLOSED,
          ARCHIVED,
          WITHDRAWN ->
          Move.superseded(status);
      case DRAFT, REGISTERED, SCREENING, REFUSED, TRANSFERRED_OUT -> Move.impossible(status);
    };
  }

  private static Move<CaseStatus> closed(CaseStatus status) {
    return switch (status) {
      // The citizen's rating crossed a withdrawal, or a transfer and what came of it: it stands, in
      // either order.
      case PENDING_CALLBACK,
          ANSWERED_DIRECT,
          TRANSFERRED_OUT,
          REGISTERED,
          SCREENING,
          PENDING_DISPATCH,
          WITHDRAWN ->
          Move.to(CLOSED);
      case DRAFT,
          REFUSED,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          REHANDLING,
          ON_HOLD,
          CLOSED,
          ARCHIVED,
          MERGED ->
          Move.impossible(status);
    };
  }

  /**
   * What counts in the score of its unit is asked and decided of a result that is fixed: evaluation
   * has said the closing before, and says the reopening itself.
   */
  private static Move<CaseStatus> scored(CaseStatus status) {
    return switch (status) {
      case CLOSED, ARCHIVED -> Move.stay(status);
      case DRAFT,
          REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          REFUSED,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          WITHDRAWN ->
          Move.impossible(status);
    };
  }

  /**
   * Nobody but evaluation moves a closed case: whoever asks for it finds it closed, or archived.
   */
  private static Move<CaseStatus> reopenRequested(CaseStatus status) {
    return switch (status) {
      case CLOSED -> Move.stay(status);
      case ARCHIVED -> Move.superseded(status);
      case DRAFT,
          REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          REFUSED,
          TRANSFERRED_OUT,
          PENDING_DISPATCH,
          DISPATCHED,
          HANDLING,
          PENDING_REVIEW,
          PENDING_CALLBACK,
          REHANDLING,
          ON_HOLD,
          MERGED,
          WITHDRAWN ->
          Move.impossible(status);
    };
  }
}
