package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A callback waits and its clock has turned yellow (回访临期): once for each due time. */
public record CallbackApproaching(UUID callbackId, int round, String unitId, Instant callbackDue)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CALLBACK_APPROACHING;
  }
}
