package hotline.lifecycle;

import java.util.UUID;

/** The closed case counts in no score any more (剔除), until it is reopened. */
public record CaseExcluded(UUID exclusionId, int round, String unitId, ExclusionReason reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_EXCLUDED;
  }
}
