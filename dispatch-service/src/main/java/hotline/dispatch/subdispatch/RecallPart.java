package hotline.dispatch.subdispatch;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RequestRecords;
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

  private static final int LONGEST_NOTE = 500;

  private final PartAct act;
  private final RequestRecords requests;
  private final TimeRulesInForce timeRules;

  RecallPart(PartAct act, RequestRecords requests, TimeRulesInForce timeRules) {
    this.act = act;
    this.requests = requests;
    this.timeRules = timeRules;
  }

  /** Why. */
  @Schema(name = "PartRecallEntry")
  public record Entry(RecallReason reason, String note) {

    void check() {
      new Violations()
          .require(reason != null, "reason", "required", "请选择收回原因。", "Say why it is taken back.")
          .require(
              reason == null || reason.isByHand(),
              "reason",
              "not-by-hand",
              "该原因由系统填写，请选择其他原因。",
              "The system gives this reason; choose another one.")
          .atMost(note, LONGEST_NOTE, "note")
          .throwIfAny();
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
          boolean asked = assignment.openRequest() != null;
          AssignmentRecalled recalled =
              assignment.recall(
                  entry.reason(), entry.note(), part.cause().at(), timeRules.recent());
          if (asked) {
            requests.lapse(List.of(partId), part.cause().at());
          }
          return recalled;
        });
  }
}
