package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A unit was given the case for one round, with its clocks. */
public record AssignmentCreated(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    String unitPath,
    Instant signDue,
    @MayBeAbsent Instant contactDue,
    Instant replyDue,
    String policyVersion)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_CREATED;
  }
}
