package hotline.lifecycle;

import java.util.UUID;

/** The unit asks that the closed case is left out of its score (申请剔除). */
public record CaseExclusionRequested(
    UUID exclusionId, int round, String unitId, ExclusionReason reason) implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_EXCLUSION_REQUESTED;
  }
}
