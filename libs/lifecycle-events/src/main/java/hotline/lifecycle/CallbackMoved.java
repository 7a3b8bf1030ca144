package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A callback is due at another moment, by another calendar or because the case was corrected
 * (回访时限变更).
 */
public record CallbackMoved(
    UUID callbackId,
    int round,
    String unitId,
    Instant dueBefore,
    Instant callbackDue,
    int calendarVersion)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CALLBACK_MOVED;
  }
}
