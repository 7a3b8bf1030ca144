package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * The return was refused: the unit goes on where it stands, and the due time of the reply is the
 * original one.
 *
 * @param signDue moved by the time that the return waited; absent when the unit has signed
 * @param contactDue the same of the first contact; absent when it was tried
 */
public record AssignmentReturnRefused(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    RequestRefusal refusal,
    AssignmentStatus backTo,
    Instant replyDue,
    @MayBeAbsent Instant signDue,
    @MayBeAbsent Instant contactDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_RETURN_REFUSED;
  }
}
