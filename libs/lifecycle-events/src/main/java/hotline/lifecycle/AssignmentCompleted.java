package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The reviewer passed the reply; the unit is done with this round (审核通过). */
public record AssignmentCompleted(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    String unitPath,
    int replyNo,
    boolean claimedSolved,
    String handlerRef,
    String reviewerRef,
    Instant repliedAt,
    Instant replyDue,
    boolean late)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_COMPLETED;
  }
}
