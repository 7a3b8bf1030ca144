package hotline.lifecycle;

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
    Answer firstSatisfied)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_CLOSED;
  }
}
