package hotline.lifecycle;

/**
 * The citizen rated the answer of that round without being asked by an agent (自助评价). Evaluation
 * records it, unless the round had its result already; the citizen's own words are in the case
 * file.
 */
public record CaseRated(
    int round,
    Answer responded,
    Solved solved,
    Answer satisfied,
    Answer requestTrue,
    @MayBeAbsent DissatisfactionReason reason,
    RatedVia via)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_RATED;
  }
}
