package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit asks to let its clock stand still until a day (挂起申请). */
public record AssignmentHoldRequested(
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
    return EventType.ASSIGNMENT_HOLD_REQUESTED;
  }
}
