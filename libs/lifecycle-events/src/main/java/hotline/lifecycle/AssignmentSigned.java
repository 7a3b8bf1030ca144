package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit signed for the assignment (签收). */
public record AssignmentSigned(
    UUID assignmentId, int round, AssignmentRole role, String unitId, Instant signDue, boolean late)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_SIGNED;
  }
}
