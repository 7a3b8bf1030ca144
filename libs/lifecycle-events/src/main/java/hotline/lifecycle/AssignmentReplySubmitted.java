package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit submitted its reply (答复); the text stays with the dispatch service. */
public record AssignmentReplySubmitted(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int replyNo,
    boolean claimedSolved,
    Instant replyDue,
    boolean late,
    long workMinutes)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_REPLY_SUBMITTED;
  }
}
