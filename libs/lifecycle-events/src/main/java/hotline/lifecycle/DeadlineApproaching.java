package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A clock of an assignment has turned yellow (临期): said once for each due time that it has. */
public record DeadlineApproaching(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    DeadlineKind deadline,
    Instant dueAt)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.DEADLINE_APPROACHING;
  }
}
