package hotline.dispatch.endorsement;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.ReplySubmission;
import hotline.dispatch.assignments.UnitAct;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.deputies.Deputy;
import hotline.dispatch.deputies.StandingIn;
import hotline.dispatch.requests.ReturnSubmission;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The unit's leader, or who stands in for one (代班), signs a draft, which submits it, or sends it
 * back (签发、退回修改).
 */
@ApplicationScoped
public class DecideDraft {

  private static final int LONGEST_REMARK = 500;

  private final UnitAct act;
  private final WaitingDraft waiting;
  private final DraftStore drafts;
  private final DraftReaders readers;
  private final ReplySubmission replies;
  private final ReturnSubmission returns;
  private final StandingIn standingIn;

  DecideDraft(
      UnitAct act,
      WaitingDraft waiting,
      DraftStore drafts,
      DraftReaders readers,
      ReplySubmission replies,
      ReturnSubmission returns,
      StandingIn standingIn) {
    this.act = act;
    this.waiting = waiting;
    this.drafts = drafts;
    this.readers = readers;
    this.replies = replies;
    this.returns = returns;
    this.standingIn = standingIn;
  }

  /**
   * What the leader decides.
   *
   * @param remark why it is sent back; absent when it is signed
   */
  @Schema(name = "EndorsementDecisionEntry")
  public record Entry(Decision decision, String remark) {

    /** Sign, or send back to be changed. */
    @Schema(name = "EndorsementDecision")
    public enum Decision {
      SIGN,
      REFUSE
    }

    void check() {
      Violations wrong =
          new Violations()
              .require(
                  decision != null,
                  "decision",
                  "required",
                  "请选择签发或退回修改。",
                  "Sign it or send it back.")
              .atMost(remark, LONGEST_REMARK, "remark");
      if (decision == Decision.REFUSE) {
        wrong.required(remark, "remark");
      }
      wrong.throwIfAny();
    }
  }

  @Transactional
  public Outcome decide(
      Actor actor, UUID assignmentId, int draftNo, IfMatch expected, Entry entry) {
    entry.check();
    Assignment task =
        act.andMore(
            assignmentId,
            actor,
            expected,
            (held, cause, facts) -> {
              readers.require(Scope.of(actor), held.assignment().unitPath());
              Draft draft = waiting.of(held.assignment(), draftNo);
              boolean signs = entry.decision() == Entry.Decision.SIGN;
              Collection<String> authors =
                  signs ? draft.authors(drafts.ofTask(assignmentId)) : List.of(draft.writtenBy());
              FourEyes.requireSomeoneElse(actor, authors);
              Deputy inPlace = standingIn.inPlaceOf(actor, authors, cause.at());
              EndorsementOutcome outcome =
                  signs ? EndorsementOutcome.SIGNED : EndorsementOutcome.REFUSED;
              facts.add(held.handledCase().say(held.assignment().endEndorsement(outcome), cause));
              drafts.decide(
                  assignmentId,
                  draftNo,
                  outcome,
                  signs ? null : entry.remark().strip(),
                  inPlace,
                  cause);
              if (signs) {
                facts.add(held.handledCase().say(submit(held, draft, cause), cause));
                held.assignment()
                    .endorsed(cause.actor(), inPlace == null ? null : inPlace.leaderRef());
              }
            });
    return entry.decision() == Entry.Decision.REFUSE ? Outcome.of(task, null) : submitted(task);
  }

  private DispatchEvent submit(Held held, Draft draft, Cause cause) {
    return draft.act() == EndorsedAct.REPLY
        ? replies.submit(held, draft.reply(), draft.writtenBy(), cause)
        : returns.submit(held, draft.returning(), draft.writtenBy(), cause);
  }

  private static Outcome submitted(Assignment task) {
    return task.openRequest() == null ? Outcome.replied(task) : Outcome.asked(task);
  }
}
