package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The hold was refused: the clock runs on. */
public record AssignmentHoldRefused(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    RequestRefusal refusal,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_HOLD_REFUSED;
  }
}
