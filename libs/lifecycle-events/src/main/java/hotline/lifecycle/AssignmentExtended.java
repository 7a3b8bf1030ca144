package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** More time was granted (延期); granted after the due time, it extends and stays late. */
public record AssignmentExtended(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    ExtensionReason reason,
    int workDays,
    Instant replyDueBefore,
    Instant replyDue,
    boolean late)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_EXTENDED;
  }
}
