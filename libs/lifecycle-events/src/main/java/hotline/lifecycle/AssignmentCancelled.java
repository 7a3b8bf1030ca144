package hotline.lifecycle;

import java.util.UUID;

/** An open assignment ended without a reply. */
public record AssignmentCancelled(
    UUID assignmentId, int round, AssignmentRole role, String unitId, CancellationReason reason)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_CANCELLED;
  }
}
