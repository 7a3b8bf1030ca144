package hotline.lifecycle;

import java.util.UUID;

/** The centre took the assignment back at the request of the unit (退单). */
public record AssignmentReturned(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    ReturnReason reason,
    @MayBeAbsent String suggestedUnitId,
    int returnCount)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_RETURNED;
  }
}
