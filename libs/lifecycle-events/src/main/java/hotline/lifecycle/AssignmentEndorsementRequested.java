package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A reply or a request to give the case back waits for the signature of the unit's leader (送签). No
 * clock stops for it.
 *
 * @param endorseBy by when it must be signed to be in time: the due time of the reply, or the end
 *     of the window for returns
 */
public record AssignmentEndorsementRequested(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int draftNo,
    EndorsedAct act,
    Instant endorseBy)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_ENDORSEMENT_REQUESTED;
  }
}
