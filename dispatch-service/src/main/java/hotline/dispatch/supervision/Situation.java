package hotline.dispatch.supervision;

import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.Urgency;
import java.time.Instant;

/**
 * What the rules look at: where a case lies and since when; one for each unit that has a task in
 * it.
 *
 * @param waitingSince when it came to the dispatchers last
 * @param task null while no unit has a task in it
 */
record Situation(
    Urgency urgency, int round, boolean waitsForDispatch, Instant waitingSince, Task task) {

  /** The unit that it is about; null while no unit has a task. */
  String unitId() {
    return task == null ? null : task.unitId();
  }

  /**
   * A unit's open task.
   *
   * @param lastAct when the unit did something last, or was answered; the start before its first
   *     act
   * @param waitsForCoUnits whether this is the lead, and could reply but for its co-handlers
   */
  record Task(
      String unitId,
      AssignmentRole role,
      AssignmentStatus status,
      Instant createdAt,
      Instant replyDue,
      Instant repliedAt,
      Instant lastAct,
      boolean waitsForCoUnits) {

    boolean isLead() {
      return role == AssignmentRole.LEAD;
    }

    /**
     * Whether the unit may be silent: not while it waits for the answer to its return, nor while a
     * unit below, which is looked at by itself, works on what it handed down.
     */
    boolean isToAct() {
      return isInHand()
          && status != AssignmentStatus.RETURN_REQUESTED
          && status != AssignmentStatus.SUBDISPATCHED;
    }

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
