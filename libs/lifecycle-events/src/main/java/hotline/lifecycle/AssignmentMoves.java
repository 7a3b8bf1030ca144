package hotline.lifecycle;

import static hotline.lifecycle.AssignmentStatus.CANCELLED;
import static hotline.lifecycle.AssignmentStatus.CONTACTED;
import static hotline.lifecycle.AssignmentStatus.DONE;
import static hotline.lifecycle.AssignmentStatus.REPLY_REJECTED;
import static hotline.lifecycle.AssignmentStatus.REPLY_SUBMITTED;
import static hotline.lifecycle.AssignmentStatus.SIGNED;

/** Which fact leads an assignment from which status to which: the one place that says it. */
public final class AssignmentMoves {

  private AssignmentMoves() {}

  /** The move of a fact about this assignment; facts about anything else are impossible here. */
  public static Move<AssignmentStatus> move(AssignmentStatus status, EventType type) {
    return switch (type) {
      case ASSIGNMENT_SIGNED -> signed(status);
      case ASSIGNMENT_CONTACT_ATTEMPTED -> contacted(status);
      case ASSIGNMENT_REPLY_SUBMITTED -> replied(status);
      case ASSIGNMENT_REPLY_REJECTED -> fromReview(status, REPLY_REJECTED);
      case ASSIGNMENT_COMPLETED -> fromReview(status, DONE);
      case ASSIGNMENT_CANCELLED -> cancelled(status);
      case DEADLINE_MISSED -> over(status) ? Move.superseded(status) : Move.stay(status);
      case ASSIGNMENT_CREATED,
          CASE_REGISTERED,
          CASE_ACCEPTED,
          CASE_SUPPLEMENTED,
          CASE_URGED,
          CASE_WITHDRAWN,
          CASE_DISPATCHED,
          CALLBACK_OPENED,
          CALLBACK_ATTEMPTED,
          EVALUATION_RECORDED,
          EVALUATION_UNREACHABLE,
          CASE_REHANDLE_ORDERED,
          CASE_CLOSED ->
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
      case SIGNED,
          CONTACTED,
          HANDLING,
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

  private static Move<AssignmentStatus> contacted(AssignmentStatus status) {
    return switch (status) {
      case SIGNED -> Move.to(CONTACTED);
      case CONTACTED, HANDLING, SUBDISPATCHED, REPLY_REJECTED -> Move.stay(status);
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

  private static Move<AssignmentStatus> replied(AssignmentStatus status) {
    return switch (status) {
      // A unit that never tried to reach the citizen may not reply: PENDING_SIGN and SIGNED.
      case CONTACTED, HANDLING, REPLY_REJECTED -> Move.to(REPLY_SUBMITTED);
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
}
