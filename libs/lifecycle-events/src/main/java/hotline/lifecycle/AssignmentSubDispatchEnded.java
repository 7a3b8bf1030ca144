package hotline.lifecycle;

import java.util.UUID;

/**
 * Nothing that was handed down is open any more: the unit goes on itself.
 *
 * @param backTo where it stands, with what was done below it
 */
public record AssignmentSubDispatchEnded(
    UUID assignmentId, int round, AssignmentRole role, String unitId, AssignmentStatus backTo)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_SUB_DISPATCH_ENDED;
  }
}
