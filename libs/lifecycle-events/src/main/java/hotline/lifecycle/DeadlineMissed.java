package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A clock of an assignment ran out (超期). */
public record DeadlineMissed(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    DeadlineKind deadline,
    Instant dueAt)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.DEADLINE_MISSED;
  }
}
