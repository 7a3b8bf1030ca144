package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The clock of the reply stands still (挂起) until it is resumed. */
public record AssignmentHeld(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    HoldReason reason,
    Instant resumeAt)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_HELD;
  }
}
