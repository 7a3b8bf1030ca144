package hotline.dispatch.endorsement;

import hotline.dispatch.assignments.SubmitReply;
import hotline.dispatch.attachments.AttachmentView;
import hotline.dispatch.requests.RequestReturn;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was written for the unit's leader to sign (送签稿).
 *
 * @param reply of a return null
 * @param returning of a reply null
 * @param outcome null while it waits, and when the task has moved on before anybody decided
 * @param remark why it was sent back
 * @param decidedFor the post of the leader in whose place a deputy decided; null of a leader's own
 *     decision
 * @param attachments what is submitted with it; the entries themselves name none
 */
record Draft(
    int draftNo,
    EndorsedAct act,
    SubmitReply.Entry reply,
    RequestReturn.Entry returning,
    String writtenBy,
    Instant writtenAt,
    EndorsementOutcome outcome,
    String remark,
    String decidedBy,
    Instant decidedAt,
    String decidedFor,
    List<AttachmentView> attachments) {

  /**
   * Who wrote these words: also in an earlier draft that somebody else has sent again. Nobody signs
   * the own words.
   */
  Set<String> authors(List<Draft> ofTask) {
    return ofTask.stream()
        .filter(other -> other.draftNo == draftNo || other.says(this))
        .map(Draft::writtenBy)
        .collect(Collectors.toSet());
  }

  private boolean says(Draft other) {
    if (act != other.act) {
      return false;
    }
    return act == EndorsedAct.REPLY
        ? reply.handlingText().equals(other.reply.handlingText())
            || reply.publicReply().equals(other.reply.publicReply())
        : returning.legalBasis().equals(other.returning.legalBasis());
  }
}
