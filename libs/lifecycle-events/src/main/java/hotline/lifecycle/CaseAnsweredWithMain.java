package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * The reply to the main case passed review, so it answers the merged one as well (随主单答复). From now
 * on the two have nothing to do with each other.
 *
 * @param round of the merged case, not of its main one
 * @param unitId the unit that answered
 * @param late whether the reply came after the due time of the main case
 */
public record CaseAnsweredWithMain(
    UUID mainCaseId,
    int round,
    String unitId,
    String unitPath,
    boolean claimedSolved,
    String handlerRef,
    String reviewerRef,
    Instant repliedAt,
    boolean late)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CASE_ANSWERED_WITH_MAIN;
  }
}
