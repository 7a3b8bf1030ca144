package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The clock of the reply runs again (恢复办理); the remaining work time is that before the hold. */
public record AssignmentResumed(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    ResumedBy resumedBy,
    Instant heldAt,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_RESUMED;
  }
}
