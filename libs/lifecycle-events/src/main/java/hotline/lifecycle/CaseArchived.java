package hotline.lifecycle;

import java.time.Instant;

/**
 * The closed case is put away (归档): nothing more becomes of it, and it is kept for its time.
 *
 * @param closedAt its closing, from which the years are counted
 * @param retentionUntil from when it might be destroyed, if no legal hold stands then
 */
public record CaseArchived(Instant closedAt, int retentionYears, Instant retentionUntil)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_ARCHIVED;
  }
}
