package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit asks for more time (延期申请); nothing moves until it is granted. */
public record AssignmentExtensionRequested(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    ExtensionReason reason,
    int workDays,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_EXTENSION_REQUESTED;
  }
}
