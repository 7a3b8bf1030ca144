package hotline.lifecycle;

import java.time.Instant;

/** The final result is fixed (办结). */
public record CaseClosed(
    ClosedBy closedBy,
    int rounds,
    String unitId,
    String unitPath,
    Answer responded,
    Solved solved,
    Answer satisfied,
    Answer requestTrue,
    Solved firstSolved,
    Answer firstSatisfied,
    @MayBeAbsent Instant reopenUntil,
    @MayBeAbsent Boolean citizenMayReopen)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_CLOSED;
  }
}
