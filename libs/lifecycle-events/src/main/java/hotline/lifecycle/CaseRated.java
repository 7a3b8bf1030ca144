package hotline.lifecycle;

/**
 * The citizen rated the answer of that round without being asked by an agent (自助评价). Evaluation
 * records it, unless the round had its result already; the citizen's own words are in the case
 * file.
 *
 * @param via always SELF_SERVICE: a reader from before there was another way takes nothing else
 *     from a citizen whom nobody has called
 * @param channel on which it came in: the own page, or a reply to a text message (短信); absent of
 *     older writers, where it was the own page
 */
public record CaseRated(
    int round,
    Answer responded,
    Solved solved,
    Answer satisfied,
    Answer requestTrue,
    @MayBeAbsent DissatisfactionReason reason,
    RatedVia via,
    @MayBeAbsent Channel channel)
    implements IntakeEvent {

  /** As the versions said it that knew the own page alone. */
  public CaseRated(
      int round,
      Answer responded,
      Solved solved,
      Answer satisfied,
      Answer requestTrue,
      DissatisfactionReason reason,
      RatedVia via) {
    this(round, responded, solved, satisfied, requestTrue, reason, via, null);
  }

  /** How it is recorded: a reply to a text message by its own name. */
  public RatedVia recordedVia() {
    return channel == Channel.SMS ? RatedVia.SMS : via;
  }

  @Override
  public EventType type() {
    return EventType.CASE_RATED;
  }
}
