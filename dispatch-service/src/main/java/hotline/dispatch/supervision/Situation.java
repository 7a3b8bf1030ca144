package hotline.dispatch.supervision;

import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.Urgency;
import java.time.Instant;

/**
 * What the rules look at: where a case lies and since when.
 *
 * @param waitingSince when it came to the dispatchers last
 * @param task null while no unit has a task in it
 */
record Situation(
    Urgency urgency, int round, boolean waitsForDispatch, Instant waitingSince, Task task) {

  /**
   * The lead unit's open task.
   *
   * @param lastAct when the unit did something last; the start before its first act
   */
  record Task(
      AssignmentStatus status,
      Instant createdAt,
      Instant replyDue,
      Instant repliedAt,
      Instant lastAct) {

    /** Whether the unit has to do something next. */
    boolean isInHand() {
      return switch (status) {
        case PENDING_SIGN,
            SIGNED,
            CONTACTED,
            HANDLING,
            SUBDISPATCHED,
            REPLY_REJECTED,
            RETURN_REQUESTED,
            IN_DISPUTE,
            EXTENSION_REQUESTED ->
            true;
        case REPLY_SUBMITTED, HELD, DONE, RETURNED, RECALLED, CANCELLED -> false;
      };
    }
  }
}
