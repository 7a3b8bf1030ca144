package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** No more time was granted: the due time stays as it was. */
public record AssignmentExtensionRefused(
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
    return EventType.ASSIGNMENT_EXTENSION_REFUSED;
  }
}
