package hotline.lifecycle;

import java.util.UUID;

/**
 * A draft waits for the unit's leader no more (签发结束). One that was signed is submitted with the
 * next fact. A fact that takes the task out of the unit's hand ends the wait without this one.
 */
public record AssignmentEndorsementEnded(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int draftNo,
    EndorsedAct act,
    EndorsementOutcome endorsement)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_ENDORSEMENT_ENDED;
  }
}
