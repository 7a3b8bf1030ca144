package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit asks to give the assignment back (退单申请); the clock of the reply keeps running. */
public record AssignmentReturnRequested(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    ReturnReason reason,
    @MayBeAbsent String suggestedUnitId,
    Instant returnUntil)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_RETURN_REQUESTED;
  }
}
