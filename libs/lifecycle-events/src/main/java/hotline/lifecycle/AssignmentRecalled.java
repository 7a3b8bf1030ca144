package hotline.lifecycle;

import java.util.UUID;

/** The centre took an open assignment back (改派); no fault of the unit. */
public record AssignmentRecalled(
    UUID assignmentId, int round, AssignmentRole role, String unitId, RecallReason reason)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_RECALLED;
  }
}
