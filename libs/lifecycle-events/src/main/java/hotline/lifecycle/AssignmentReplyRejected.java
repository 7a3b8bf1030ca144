package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The reviewer sent the reply back (驳回); the clock resumes where it stopped. */
public record AssignmentReplyRejected(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int replyNo,
    ReplyRejection reason,
    Instant replyDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.ASSIGNMENT_REPLY_REJECTED;
  }
}
