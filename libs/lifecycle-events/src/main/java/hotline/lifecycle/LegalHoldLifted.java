package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A legal hold ended (解除法律保留).
 *
 * @param othersStand whether the case is still held for another reason
 * @param retentionUntil of an archived case, as it is afterwards; null of any other
 */
public record LegalHoldLifted(
    UUID holdId, LegalHoldReason reason, boolean othersStand, @MayBeAbsent Instant retentionUntil)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.LEGAL_HOLD_LIFTED;
  }
}
