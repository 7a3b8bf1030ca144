package hotline.lifecycle;

/**
 * The centre answered the request at once (直接答复); the words are in the case file.
 *
 * @param unitId the centre's own unit that answered
 * @param knowledgeItem code of the item of knowledge that the answer was taken from
 * @param knowledgeVersion the version of that item which was read out
 */
public record CaseAnsweredDirect(
    String unitId,
    String unitPath,
    @MayBeAbsent String knowledgeItem,
    @MayBeAbsent String knowledgeVersion)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_ANSWERED_DIRECT;
  }
}
