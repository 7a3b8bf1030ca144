package hotline.lifecycle;

/**
 * The centre answered the request at once (直接答复); the words are in the case file.
 *
 * @param unitId the centre's own unit that answered
 * @param knowledgeItem code of the item of knowledge that the answer was taken from
 * @param knowledgeVersion the version of that item which was read out
 * @param confidential of one whose reporter was told after the registration, as in an emergency;
 *     absent of all others: then as the registration said
 * @param anonymous the same
 * @param reachable the same
 * @param wantsCallback the same
 */
public record CaseAnsweredDirect(
    String unitId,
    String unitPath,
    @MayBeAbsent String knowledgeItem,
    @MayBeAbsent String knowledgeVersion,
    @MayBeAbsent Boolean confidential,
    @MayBeAbsent Boolean anonymous,
    @MayBeAbsent Boolean reachable,
    @MayBeAbsent Boolean wantsCallback)
    implements IntakeEvent {

  /** Of a reporter of whom nothing became known after the registration. */
  public CaseAnsweredDirect(
      String unitId, String unitPath, String knowledgeItem, String knowledgeVersion) {
    this(unitId, unitPath, knowledgeItem, knowledgeVersion, null, null, null, null);
  }

  /** The same, of a reporter who was told after the registration. */
  public CaseAnsweredDirect reportedBy(
      boolean inConfidence, boolean unnamed, boolean hasNumber, boolean callback) {
    return new CaseAnsweredDirect(
        unitId,
        unitPath,
        knowledgeItem,
        knowledgeVersion,
        inConfidence,
        unnamed,
        hasNumber,
        callback);
  }

  @Override
  public EventType type() {
    return EventType.CASE_ANSWERED_DIRECT;
  }
}
