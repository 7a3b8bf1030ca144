package hotline.lifecycle;

import java.util.UUID;

/**
 * The record of a case is needed as evidence (法律保留): the case is neither archived nor destroyed
 * while a hold stands. The clock of nobody stops for it.
 */
public record LegalHoldPlaced(UUID holdId, LegalHoldReason reason) implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.LEGAL_HOLD_PLACED;
  }
}
