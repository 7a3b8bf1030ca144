package hotline.lifecycle;

import java.time.Instant;

/**
 * The closed case goes back to the unit that handled it last, for another round (重开).
 *
 * @param round 1 of what the centre had answered at once: a dispatcher chooses its first unit
 * @param unitId the unit that handled it last; null where none did
 */
public record CaseReopened(
    int round, @MayBeAbsent String unitId, ReopenReason reason, ReopenedBy by, Instant closedAt)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REOPENED;
  }
}
