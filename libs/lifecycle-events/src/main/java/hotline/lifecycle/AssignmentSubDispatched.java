package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit handed its assignment down to a unit below it (下派) and stays responsible for it.
 *
 * @param partAssignmentId the assignment of the unit below: created right after this as that of a
 *     co-handler, so that nothing about it moves the case
 * @param replyDue by when the unit below has to reply to this one
 */
public record AssignmentSubDispatched(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    UUID partAssignmentId,
    String partUnitId,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_SUB_DISPATCHED;
  }
}
