package hotline.lifecycle;

import java.util.UUID;

/** The unit contests the rating that closed the case (考核申诉). */
public record AppealFiled(UUID appealId, int round, String unitId, AppealGround reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.APPEAL_FILED;
  }
}
