package hotline.lifecycle;

import java.time.Instant;

/** The closed case goes back to the unit that handled it last, for another round (重开). */
public record CaseReopened(
    int round, String unitId, ReopenReason reason, ReopenedBy by, Instant closedAt)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REOPENED;
  }
}
