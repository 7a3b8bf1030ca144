package hotline.dispatch.assignments;

import hotline.lifecycle.ReplyRejection;
import java.time.Instant;

/**
 * One reply (答复) with its review; the text for the unit's own file and the one for the citizen are
 * two things.
 *
 * @param review null until it is reviewed
 */
public record Reply(
    int replyNo,
    String handlingText,
    String publicReply,
    boolean claimedSolved,
    Instant submittedAt,
    String submittedBy,
    Review review) {

  /** What the reviewer decided. */
  public record Review(Decision decision, ReplyRejection reason, String comment, Instant at) {}

  /** Pass or reject. */
  public enum Decision {
    PASS,
    REJECT
  }
}
