package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A callback was not made in time (回访超期). */
public record CallbackMissed(UUID callbackId, int round, String unitId, Instant callbackDue)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CALLBACK_MISSED;
  }
}
