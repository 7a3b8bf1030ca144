package hotline.dispatch.subdispatch;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RecallTasks;
import hotline.dispatch.assignments.Undecided;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit above takes back what it handed down (收回下派); no fault of the unit below. */
@ApplicationScoped
public class RecallPart {

  private final PartAct act;
  private final Undecided undecided;
  private final TimeRulesInForce timeRules;

  RecallPart(PartAct act, Undecided undecided, TimeRulesInForce timeRules) {
    this.act = act;
    this.undecided = undecided;
    this.timeRules = timeRules;
  }

  /** Why. */
  @Schema(name = "PartRecallEntry")
  public record Entry(RecallReason reason, String note) {

    void check() {
      RecallTasks.checkByHand(reason, note, "请选择收回原因。");
    }
  }

  @Transactional
  public Outcome recall(Actor actor, UUID partId, IfMatch expected, Entry entry) {
    entry.check();
    return act.on(
        actor,
        partId,
        expected,
        part -> {
          Assignment assignment = part.assignment();
          Undecided.Matters open = undecided.about(List.of(assignment));
          AssignmentRecalled recalled =
              assignment.recall(
                  entry.reason(), entry.note(), part.cause().at(), timeRules.recent());
          open.end(Ending.RECALLED, part.cause().at());
          return recalled;
        });
  }
}
