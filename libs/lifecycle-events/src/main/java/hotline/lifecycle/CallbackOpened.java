package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A callback task was opened for a completed round (待回访). */
public record CallbackOpened(UUID callbackId, int round, String unitId, Instant callbackDue)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CALLBACK_OPENED;
  }
}
