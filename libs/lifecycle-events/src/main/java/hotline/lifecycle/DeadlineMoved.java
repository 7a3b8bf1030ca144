package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A clock that ran or stood still ends at another moment without any act of its unit (时限变更): by
 * another calendar or limit, because the case was corrected, or because cases were merged or go
 * their own ways again.
 */
public record DeadlineMoved(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    DeadlineKind deadline,
    Instant dueBefore,
    Instant dueAt,
    DeadlineChange change,
    int calendarVersion,
    String policyVersion)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.DEADLINE_MOVED;
  }
}
