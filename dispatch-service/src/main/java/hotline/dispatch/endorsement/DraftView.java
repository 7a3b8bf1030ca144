package hotline.dispatch.endorsement;

import hotline.dispatch.assignments.Allowances;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.SubmitReply;
import hotline.dispatch.attachments.AttachmentView;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.requests.RequestReturn;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EndorsedAct;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft (送签稿) as the people of its unit see it.
 *
 * @param mine whether the reader wrote it: somebody else signs
 * @param endorseBy while it waits by when it must be signed to be in time: the due time of the
 *     reply, or the end of the window for returns
 * @param remark why it was sent back; null otherwise
 * @param decidedFor the post of the leader in whose place a deputy (代班) decided; null of a leader's
 *     own decision
 * @param decides whether the reader may decide drafts of the unit now, as a leader or in the place
 *     of one
 * @param attachments what is submitted with it (附件)
 */
@Schema(name = "EndorsementDraft")
public record DraftView(
    int draftNo,
    EndorsedAct act,
    State state,
    SubmitReply.Entry reply,
    RequestReturn.Entry returning,
    Instant writtenAt,
    boolean mine,
    Instant endorseBy,
    String remark,
    Instant decidedAt,
    String decidedFor,
    boolean decides,
    List<AttachmentView> attachments) {

  /** What has become of it. */
  @Schema(name = "EndorsementDraftState")
  public enum State {
    WAITING,
    SIGNED,
    REFUSED,
    TAKEN_BACK,
    WINDOW_PASSED,
    /** The task has moved on before anybody decided. */
    LAPSED
  }

  static DraftView of(
      Draft draft, Held held, String reader, boolean decides, Instant now, TimeRulesInForce rules) {
    State state = state(draft, held.assignment());
    return new DraftView(
        draft.draftNo(),
        draft.act(),
        state,
        draft.reply(),
        draft.returning(),
        draft.writtenAt(),
        draft.writtenBy().equals(reader),
        state == State.WAITING ? endorseBy(draft, held, now, rules) : null,
        draft.remark(),
        draft.decidedAt(),
        draft.decidedFor(),
        decides,
        draft.attachments());
  }

  private static Instant endorseBy(Draft draft, Held held, Instant now, TimeRulesInForce rules) {
    return draft.act() == EndorsedAct.REPLY
        ? held.assignment().clocks().due(DeadlineKind.REPLY)
        : Allowances.at(now, held, rules).returnUntil();
  }

  static State state(Draft draft, Assignment task) {
    if (draft.outcome() == null) {
      return task.endorsing().awaits() != null && task.endorsing().drafts() == draft.draftNo()
          ? State.WAITING
          : State.LAPSED;
    }
    return switch (draft.outcome()) {
      case SIGNED -> State.SIGNED;
      case REFUSED -> State.REFUSED;
      case TAKEN_BACK -> State.TAKEN_BACK;
      case WINDOW_PASSED -> State.WINDOW_PASSED;
    };
  }
}
