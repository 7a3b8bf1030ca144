package hotline.lifecycle;

import java.util.UUID;

/** The rating goes on counting in the score of the unit (申诉不成立). */
public record AppealDismissed(UUID appealId, int round, String unitId, AppealGround reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.APPEAL_DISMISSED;
  }
}
