package hotline.lifecycle;

import java.util.UUID;

/**
 * Nobody was reached, or nobody was to be called; every answer is unknown.
 *
 * @param reason which of the two; not said before it was told apart
 */
public record EvaluationUnreachable(
    UUID callbackId, int round, String unitId, int attempts, @MayBeAbsent UnreachableReason reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.EVALUATION_UNREACHABLE;
  }
}
