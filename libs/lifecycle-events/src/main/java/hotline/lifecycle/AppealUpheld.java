package hotline.lifecycle;

import java.util.UUID;

/** The rating counts in no score any more; what the citizen said stays as it was (申诉成立). */
public record AppealUpheld(UUID appealId, int round, String unitId, AppealGround reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.APPEAL_UPHELD;
  }
}
