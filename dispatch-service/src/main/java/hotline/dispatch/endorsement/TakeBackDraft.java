package hotline.dispatch.endorsement;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.UnitAct;
import hotline.lifecycle.EndorsementOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The unit takes back what waits for its leader (撤回送签). */
@ApplicationScoped
public class TakeBackDraft {

  private final UnitAct act;
  private final WaitingDraft waiting;
  private final DraftStore drafts;

  TakeBackDraft(UnitAct act, WaitingDraft waiting, DraftStore drafts) {
    this.act = act;
    this.waiting = waiting;
    this.drafts = drafts;
  }

  @Transactional
  public Outcome takeBack(Actor actor, UUID assignmentId, int draftNo, IfMatch expected) {
    Assignment task =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> {
              waiting.of(held.assignment(), draftNo);
              drafts.decide(
                  assignmentId, draftNo, EndorsementOutcome.TAKEN_BACK, null, null, cause);
              return held.assignment().endEndorsement(EndorsementOutcome.TAKEN_BACK);
            });
    return Outcome.of(task, null);
  }
}
