package hotline.lifecycle;

import java.util.UUID;

/** The citizen was called back (回访). */
public record CallbackAttempted(UUID callbackId, int round, int attemptNo, CallbackResult result)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CALLBACK_ATTEMPTED;
  }
}
