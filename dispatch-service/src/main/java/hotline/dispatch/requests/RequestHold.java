package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.assignments.Allowances;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitAct;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.attachments.AttachmentChoice;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentHoldRequested;
import hotline.lifecycle.HoldReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit asks to let its clock stand still until a day (挂起申请). */
@ApplicationScoped
public class RequestHold {

  private final UnitAct act;
  private final RequestRecords records;
  private final TimeRulesInForce timeRules;

  RequestHold(UnitAct act, RequestRecords records, TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.timeRules = timeRules;
  }

  /**
   * Why, what proves it, and when work goes on.
   *
   * @param attachments files that were uploaded for this task; null when there are none
   */
  @Schema(name = "HoldRequestEntry")
  public record Entry(
      HoldReason reason, String evidence, Instant resumeAt, List<UUID> attachments) {

    public Entry {
      // As the database keeps it.
      resumeAt = resumeAt == null ? null : resumeAt.truncatedTo(ChronoUnit.MICROS);
    }

    void check() {
      Violations wrong = new Violations();
      AttachmentChoice.check(wrong, attachments);
      wrong
          .require(reason != null, "reason", "required", "请选择挂起原因。", "Say why it is put on hold.")
          .required(evidence, "evidence")
          .atMost(evidence, UnitRequest.LONGEST_BASIS, "evidence")
          .require(resumeAt != null, "resumeAt", "required", "请填写恢复时间。", "Say when work goes on.")
          .throwIfAny();
    }

    void checkBetween(Instant now, Instant latest) {
      new Violations()
          .require(
              resumeAt.isAfter(now),
              "resumeAt",
              "not-in-the-future",
              "恢复时间须晚于现在。",
              "Work goes on later than now.")
          .require(
              !resumeAt.isAfter(latest),
              "resumeAt",
              "too-late",
              "恢复时间超过挂起的最长期限。",
              "This is longer than a hold may last.")
          .throwIfAny();
    }
  }

  @Transactional
  public Outcome ask(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check();
    Assignment asking =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> {
              Allowances allowed = Allowances.at(cause.at(), held, timeRules);
              allowed.requireHold();
              entry.checkBetween(cause.at(), allowed.holdUntil());
              AssignmentHoldRequested fact =
                  held.assignment().requestHold(entry.reason(), entry.resumeAt());
              records.add(
                  held.assignment(),
                  UnitRequest.toHold(
                      fact.requestNo(), entry.reason(), entry.evidence(), entry.resumeAt(), cause),
                  entry.attachments());
              return fact;
            });
    return Outcome.asked(asking);
  }
}
