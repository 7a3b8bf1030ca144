package hotline.lifecycle;

import java.util.UUID;

/** Callback attempts are exhausted; every answer is unknown. */
public record EvaluationUnreachable(UUID callbackId, int round, String unitId, int attempts)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.EVALUATION_UNREACHABLE;
  }
}
