package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The clock of the reply stands still (挂起); the due time is that of a resumption as planned. */
public record AssignmentHeld(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    HoldReason reason,
    Instant resumeAt,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_HELD;
  }
}
