package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit tried to reach the citizen (先行联系). */
public record AssignmentContactAttempted(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int attemptNo,
    ContactResult result,
    @MayBeAbsent Instant contactDue,
    boolean late)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_CONTACT_ATTEMPTED;
  }
}
