package hotline.lifecycle;

import java.util.UUID;

/** The citizen rated the round (评价). */
public record EvaluationRecorded(
    UUID callbackId,
    int round,
    String unitId,
    String unitPath,
    Answer responded,
    Solved solved,
    Answer satisfied,
    Answer requestTrue,
    @MayBeAbsent DissatisfactionReason reason,
    RatedVia via)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.EVALUATION_RECORDED;
  }
}
