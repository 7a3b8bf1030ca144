package hotline.dispatch.endorsement;

import hotline.dispatch.assignments.SubmitReply;
import hotline.dispatch.requests.RequestReturn;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import java.time.Instant;

/**
 * What was written for the unit's leader to sign (送签稿).
 *
 * @param reply of a return null
 * @param returning of a reply null
 * @param outcome null while it waits, and when the task has moved on before anybody decided
 * @param remark why it was sent back
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
    Instant decidedAt) {}
