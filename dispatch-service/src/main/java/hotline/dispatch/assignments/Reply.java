package hotline.dispatch.assignments;

import hotline.dispatch.attachments.AttachmentView;
import hotline.lifecycle.ReplyRejection;
import java.time.Instant;
import java.util.List;

/**
 * One reply (答复) with its review; the text for the unit's own file and the one for the citizen are
 * two things.
 *
 * @param review null until it is reviewed
 * @param attachments what the unit proves it with (附件); no citizen sees them
 */
public record Reply(
    int replyNo,
    String handlingText,
    String publicReply,
    boolean claimedSolved,
    Instant submittedAt,
    String submittedBy,
    Review review,
    List<AttachmentView> attachments) {

  /** What the reviewer decided. */
  public record Review(Decision decision, ReplyRejection reason, String comment, Instant at) {}

  /** Pass or reject. */
  public enum Decision {
    PASS,
    REJECT
  }
}
