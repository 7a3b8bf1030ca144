package hotline.lifecycle;

import static hotline.lifecycle.AssignmentStatus.CANCELLED;
import static hotline.lifecycle.AssignmentStatus.CONTACTED;
import static hotline.lifecycle.AssignmentStatus.DONE;
import static hotline.lifecycle.AssignmentStatus.HANDLING;
import static hotline.lifecycle.AssignmentStatus.HELD;
import static hotline.lifecycle.AssignmentStatus.IN_DISPUTE;
import static hotline.lifecycle.AssignmentStatus.RECALLED;
import static hotline.lifecycle.AssignmentStatus.REPLY_REJECTED;
import static hotline.lifecycle.AssignmentStatus.REPLY_SUBMITTED;
import static hotline.lifecycle.AssignmentStatus.RETURNED;
import static hotline.lifecycle.AssignmentStatus.RETURN_REQUESTED;
import static hotline.lifecycle.AssignmentStatus.SIGNED;
import static hotline.lifecycle.AssignmentStatus.SUBDISPATCHED;

/**
 * Which fact leads an assignment from which status to which: the one place that says it.
 *
 * <p>A unit that asks for more time or for a hold goes on working meanwhile, so its status does not
 * change until the centre has decided. A unit that asks for a return waits: the centre must act. It
 * may sign and reach the citizen meanwhile (先处置后争议); a refusal says where it stands by then. In a
 * dispute it must: it goes on from where it stands, up to its reply, and the ruling says where that
 * is.
 */
public final class AssignmentMoves {

  private AssignmentMoves() {}

  /**
   * The move of a whole event: only it knows where a unit stood before it asked for a return, or
   * stands after what it handed down.
   */
  public static Move<AssignmentStatus> move(AssignmentStatus status, LifecycleEvent event) {
    Move<AssignmentStatus> move = move(status, event.type());
    AssignmentStatus backTo = null;
    if (event instanceof AssignmentReturnRefused refused) {
      backTo = refused.backTo();
    } else if (event instanceof DisputeRuled ruled) {
      backTo = ruled.backTo();
    } else if (event instanceof AssignmentSubDispatchEnded ended) {
      backTo = ended.backTo();
    }
    return move.kind() == Move.Kind.TO && backTo != null ? Move.to(backTo) : move;
  }

  /** The move of a fact about this assignment; facts about anything else are impossible here. */
  public static Move<AssignmentStatus> move(AssignmentStatus status, EventType type) {
    return switch (type) {
      case ASSIGNMENT_SIGNED -> signed(status);
      case ASSIGNMENT_CONTACT_ATTEMPTED -> contacted(status);
      case ASSIGNMENT_REPLY_SUBMITTED -> replied(status);
      case ASSIGNMENT_REPLY_REJECTED -> fromReview(status, REPLY_REJECTED);
      case ASSIGNMENT_COMPLETED -> fromReview(status, DONE);
      case ASSIGNMENT_CANCELLED -> cancelled(status);
      case ASSIGNMENT_RETURN_REQUESTED -> returnRequested(status);
      case ASSIGNMENT_RETURNED -> status == RETURN_REQUESTED ? Move.to(RETURNED) : no(status);
      case ASSIGNMENT_RETURN_REFUSED -> status == RETURN_REQUESTED ? Move.to(SIGNED) : no(status);
      case DISPUTE_OPENED -> status == RETURN_REQUESTED ? Move.to(IN_DISPUTE) : no(status);
      case DISPUTE_RULED -> status == IN_DISPUTE ? Move.to(SIGNED) : no(status);
      case ASSIGNMENT_EXTENSION_REQUESTED, ASSIGNMENT_EXTENDED, ASSIGNMENT_EXTENSION_REFUSED ->
          extension(status);
      case ASSIGNMENT_HOLD_REQUESTED, ASSIGNMENT_HOLD_REFUSED -> hold(status, status);
      case ASSIGNMENT_HELD -> hold(status, HELD);
      case ASSIGNMENT_RESUMED -> status == HELD ? Move.to(HANDLING) : no(status);
      case ASSIGNMENT_RECALLED -> over(status) ? no(status) : Move.to(RECALLED);
      case ASSIGNMENT_DEEMED_ACCEPTED ->
          // Only where the unit could still have asked for a return.
          returnRequested(status).effective() ? Move.stay(status) : no(status);
      case ASSIGNMENT_ENDORSEMENT_REQUESTED, ASSIGNMENT_ENDORSEMENT_ENDED -> endorsed(status);
      case ASSIGNMENT_SUB_DISPATCHED -> subDispatched(status);
      case ASSIGNMENT_SUB_DISPATCH_ENDED ->
          status == SUBDISPATCHED ? Move.to(HANDLING) : no(status);
      case DEADLINE_APPROACHING, DEADLINE_MISSED, DEADLINE_MOVED ->
          over(status) ? Move.superseded(status) : Move.stay(status);
      case ASSIGNMENT_CREATED,
          CASE_REGISTERED,
          SCREENING_APPROACHING,
          SCREENING_MISSED,
          SCREENING_MOVED,
          CASE_ACCEPTED,
          CASE_ANSWERED_DIRECT,
          CASE_REFUSED,
          CASE_TRANSFERRED_OUT,
          CASE_TRANSFER_ACKNOWLEDGED,
          CASE_TRANSFER_DECLINED,
          CASE_SUPPLEMENTED,
          CASE_URGED,
          CASE_MARKED,
          CASE_CORRECTED,
          CASE_SPLIT,
          CASE_WITHDRAWN,
          CASE_DISPATCHED,
          DISPUTE_OPINION_STATED,
          SUPERVISION_URGED,
          SUPERVISION_OPENED,
          SUPERVISION_ANSWERED,
          SUPERVISION_SENT_BACK,
          SUPERVISION_CLOSED,
          SUPERVISION_OVERDUE,
          SUPERVISION_MOVED,
          CASE_ESCALATED,
          CENTRE_APPROACHING,
          CENTRE_MISSED,
          INSTRUCTION_GIVEN,
          INSTRUCTION_READ,
          INSTRUCTION_ANSWERED,
          INSTRUCTION_ACCEPTED,
          INSTRUCTION_SENT_BACK,
          INSTRUCTION_OVERDUE,
          INSTRUCTION_MOVED,
          OWNER_ASSIGNED,
          OWNER_VISITED,
          OWNER_HANDED_OVER,
          OWNER_SIGNED_OFF,
          OWNER_RESUMED,
          OWNER_RELEASED,
          NOTICE_ISSUED,
          NOTICE_DELIVERED,
          NOTICE_RECEIPTED,
          NOTICE_CLOSED,
          NOTICE_WITHDRAWN,
          SUPERVISION_CRITICISED,
          SUPERVISION_TALKED,
          CASE_MERGED,
          CASE_UNMERGED,
          CASE_ANSWERED_WITH_MAIN,
          CALLBACK_OPENED,
          CALLBACK_APPROACHING,
          CALLBACK_MISSED,
          CALLBACK_MOVED,
          CALLBACK_ATTEMPTED,
          EVALUATION_RECORDED,
          EVALUATION_UNREACHABLE,
          CASE_REHANDLE_ORDERED,
          CASE_CLOSED,
          CASE_RATED,
          CASE_REOPEN_REQUESTED,
          CASE_REOPENED,
          CASE_EXCLUSION_REQUESTED,
          CASE_EXCLUDED,
          CASE_EXCLUSION_REFUSED,
          APPEAL_FILED,
          APPEAL_UPHELD,
          APPEAL_DISMISSED,
          CASE_ARCHIVED,
          LEGAL_HOLD_PLACED,
          LEGAL_HOLD_LIFTED,
          SPOT_CHECK_DRAWN,
          SPOT_CHECK_RECORDED,
          SPOT_CHECK_NOT_MADE ->
          Move.impossible(status);
    };
  }

  /** Whether the unit has nothing more to do. */
  public static boolean over(AssignmentStatus status) {
    return switch (status) {
      case PENDING_SIGN,
          SIGNED,
          CONTACTED,
          HANDLING,
          SUBDISPATCHED,
          REPLY_SUBMITTED,
          REPLY_REJECTED,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD ->
          false;
      case DONE, RETURNED, RECALLED, CANCELLED -> true;
    };
  }

  private static Move<AssignmentStatus> signed(AssignmentStatus status) {
    return switch (status) {
      case PENDING_SIGN -> Move.to(SIGNED);
      case RETURN_REQUESTED, IN_DISPUTE -> Move.stay(status);
      case SIGNED,
          CONTACTED,
          HANDLING,
          SUBDISPATCHED,
          REPLY_SUBMITTED,
          REPLY_REJECTED,
          DONE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  private static Move<AssignmentStatus> contacted(AssignmentStatus status) {
    return switch (status) {
      case SIGNED -> Move.to(CONTACTED);
      case CONTACTED, HANDLING, SUBDISPATCHED, REPLY_REJECTED, RETURN_REQUESTED, IN_DISPUTE ->
          Move.stay(status);
      case PENDING_SIGN,
          REPLY_SUBMITTED,
          DONE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  private static Move<AssignmentStatus> replied(AssignmentStatus status) {
    return switch (status) {
      // A unit that never tried to reach the citizen may not reply: PENDING_SIGN and SIGNED.
      // In a dispute the unit knows where it stands: the same holds there.
      case CONTACTED, HANDLING, REPLY_REJECTED, IN_DISPUTE -> Move.to(REPLY_SUBMITTED);
      case PENDING_SIGN,
          SIGNED,
          SUBDISPATCHED,
          REPLY_SUBMITTED,
          DONE,
          RETURN_REQUESTED,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  private static Move<AssignmentStatus> fromReview(AssignmentStatus status, AssignmentStatus next) {
    return switch (status) {
      case REPLY_SUBMITTED -> Move.to(next);
      case PENDING_SIGN,
          SIGNED,
          CONTACTED,
          HANDLING,
          SUBDISPATCHED,
          REPLY_REJECTED,
          DONE,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  private static Move<AssignmentStatus> cancelled(AssignmentStatus status) {
    return over(status) ? Move.superseded(status) : Move.to(CANCELLED);
  }

  private static Move<AssignmentStatus> returnRequested(AssignmentStatus status) {
    return switch (status) {
      // The first contact often shows whose duty it is, and its limit ends before the window does.
      case PENDING_SIGN, SIGNED, CONTACTED -> Move.to(RETURN_REQUESTED);
      case HANDLING,
          SUBDISPATCHED,
          REPLY_SUBMITTED,
          REPLY_REJECTED,
          DONE,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  /** Whoever could reply or ask for a return; which of the two it is, the unit knows. */
  private static Move<AssignmentStatus> endorsed(AssignmentStatus status) {
    return returnRequested(status).effective() || replied(status).effective()
        ? Move.stay(status)
        : no(status);
  }

  private static Move<AssignmentStatus> extension(AssignmentStatus status) {
    return switch (status) {
      case SIGNED, CONTACTED, HANDLING, SUBDISPATCHED, REPLY_REJECTED -> Move.stay(status);
      case PENDING_SIGN,
          REPLY_SUBMITTED,
          DONE,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  private static Move<AssignmentStatus> hold(AssignmentStatus status, AssignmentStatus next) {
    return switch (status) {
      // Not before the first contact: the citizen hears of it, and the clock of the contact runs
      // on. Nor while a unit below works on it, whose clock would run on.
      case CONTACTED, HANDLING, REPLY_REJECTED ->
          next == status ? Move.stay(status) : Move.to(next);
      case PENDING_SIGN,
          SIGNED,
          SUBDISPATCHED,
          REPLY_SUBMITTED,
          DONE,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  /** Several units below may have a part each; the first contact is often theirs to make. */
  private static Move<AssignmentStatus> subDispatched(AssignmentStatus status) {
    return switch (status) {
      case SIGNED, CONTACTED, HANDLING, REPLY_REJECTED -> Move.to(SUBDISPATCHED);
      case SUBDISPATCHED -> Move.stay(status);
      case PENDING_SIGN,
          REPLY_SUBMITTED,
          DONE,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD,
          RETURNED,
          RECALLED,
          CANCELLED ->
          Move.impossible(status);
    };
  }

  private static Move<AssignmentStatus> no(AssignmentStatus status) {
    return Move.impossible(status);
  }
}
