package hotline.dispatch.assignments;

import hotline.dispatch.attachments.AttachedTo;
import hotline.dispatch.attachments.AttachmentStore;
import hotline.dispatch.attachments.FileOwner;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A reply becomes the unit's: by its clerk, or by its leader's signature. */
@ApplicationScoped
public class ReplySubmission {

  private final HandlingRecords records;
  private final AttachmentStore attachments;
  private final Undecided undecided;
  private final CaseLooks looks;
  private final TimeRulesInForce timeRules;

  ReplySubmission(
      HandlingRecords records,
      AttachmentStore attachments,
      Undecided undecided,
      CaseLooks looks,
      TimeRulesInForce timeRules) {
    this.records = records;
    this.attachments = attachments;
    this.undecided = undecided;
    this.looks = looks;
    this.timeRules = timeRules;
  }

  /** Refuses what {@link #submit} would. */
  public static void require(Held held) {
    held.assignment().requireMayReply();
    requireOthersDone(held);
  }

  /** The lead answers last. */
  private static void requireOthersDone(Held held) {
    int open = held.handledCase().openCoUnits();
    if (held.assignment().role() == AssignmentRole.LEAD && open > 0) {
      throw new CoUnitsStillWork(open);
    }
  }

  /**
   * @param by who wrote it
   */
  public AssignmentReplySubmitted submit(
      Held held, SubmitReply.Entry entry, String by, Cause cause) {
    Undecided.Matters open = undecided.about(List.of(held.assignment()));
    AssignmentReplySubmitted fact =
        held.assignment().submitReply(by, entry.claimedSolved(), cause.at(), timeRules.calendar());
    requireOthersDone(held);
    // Who acted first has done it: nothing is left to rule.
    open.end(Ending.REPLIED, cause.at());
    records.add(
        held.assignment().assignmentId(),
        new Reply(
            fact.replyNo(),
            entry.handlingText().strip(),
            entry.publicReply().strip(),
            entry.claimedSolved(),
            cause.at(),
            by,
            null,
            List.of()));
    // Those of a signed draft have gone along with the row of the reply.
    attachments.bind(
        AttachedTo.REPLY,
        held.assignment().assignmentId(),
        fact.replyNo(),
        entry.attachments(),
        FileOwner.of(held.assignment()),
        cause.at());
    looks.soon(List.of(held.assignment().caseId()), cause.at());
    return fact;
  }
}
