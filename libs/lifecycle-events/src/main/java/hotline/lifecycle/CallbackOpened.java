package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * The citizen is to be asked about what was answered (待回访): a reply that passed review, a direct
 * answer of the centre (round 0), or the reply to the main case of a merged one.
 */
public record CallbackOpened(UUID callbackId, int round, String unitId, Instant callbackDue)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CALLBACK_OPENED;
  }
}
