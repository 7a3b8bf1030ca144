package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit did not ask to give it back in time, and so has accepted it (视为接受). */
public record AssignmentDeemedAccepted(
    UUID assignmentId, int round, AssignmentRole role, String unitId, Instant returnUntil)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_DEEMED_ACCEPTED;
  }
}
