package hotline.lifecycle;

/** The case goes back to its unit for another round (二次办理). */
public record CaseRehandleOrdered(int round, String unitId, DissatisfactionReason reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REHANDLE_ORDERED;
  }
}
