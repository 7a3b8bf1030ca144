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
import hotline.lifecycle.AssignmentExtensionRequested;
import hotline.lifecycle.ExtensionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit asks for more time (延期申请). */
@ApplicationScoped
public class RequestExtension {

  private final UnitAct act;
  private final RequestRecords records;
  private final TimeRulesInForce timeRules;

  RequestExtension(UnitAct act, RequestRecords records, TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.timeRules = timeRules;
  }

  /**
   * Why, and how many work days more.
   *
   * @param attachments files that were uploaded for this task; null when there are none
   */
  @Schema(name = "ExtensionRequestEntry")
  public record Entry(
      ExtensionReason reason, String grounds, Integer workDays, List<UUID> attachments) {

    void check() {
      Violations wrong = new Violations();
      AttachmentChoice.check(wrong, attachments);
      wrong
          .require(reason != null, "reason", "required", "请选择延期原因。", "Say why more time is needed.")
          .required(grounds, "grounds")
          .atMost(grounds, UnitRequest.LONGEST_BASIS, "grounds")
          .require(
              workDays != null && workDays >= 1,
              "workDays",
              "required",
              "请填写延长的工作日数，至少 1 个。",
              "Say how many work days, at least 1.")
          .throwIfAny();
    }

    void checkAtMost(int most) {
      new Violations()
          .require(
              workDays <= most,
              "workDays",
              "too-many",
              "每次最多延长 " + most + " 个工作日。",
              "At most " + most + " work day(s) at a time.")
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
              allowed.requireExtension();
              entry.checkAtMost(allowed.extensionDays());
              AssignmentExtensionRequested fact =
                  held.assignment().requestExtension(entry.reason(), entry.workDays());
              records.add(
                  held.assignment(),
                  UnitRequest.forMoreTime(
                      fact.requestNo(), entry.reason(), entry.grounds(), entry.workDays(), cause),
                  entry.attachments());
              return fact;
            });
    return Outcome.asked(asking);
  }
}
