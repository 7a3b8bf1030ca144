package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The return was refused: the unit goes on where it stood, and the original due time stands. */
public record AssignmentReturnRefused(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    RequestRefusal refusal,
    AssignmentStatus backTo,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_RETURN_REFUSED;
  }
}
