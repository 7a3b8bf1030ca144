package hotline.lifecycle;

import java.util.UUID;

/** The closed case goes on counting in the score of its unit (不予剔除). */
public record CaseExclusionRefused(
    UUID exclusionId, int round, String unitId, ExclusionReason reason) implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_EXCLUSION_REFUSED;
  }
}
