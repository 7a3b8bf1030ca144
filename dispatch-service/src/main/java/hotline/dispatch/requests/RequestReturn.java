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
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.ReturnReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit asks to give the task back (退单申请). */
@ApplicationScoped
public class RequestReturn {

  private final UnitAct act;
  private final RequestRecords records;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;

  RequestReturn(
      UnitAct act, RequestRecords records, DirectoryStore directory, TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.directory = directory;
    this.timeRules = timeRules;
  }

  /** Why it is not the unit's, by which rule, and whose it is. */
  @Schema(name = "ReturnRequestEntry")
  public record Entry(ReturnReason reason, String legalBasis, String suggestedUnitId) {

    void check(Directory known) {
      boolean suggests = suggestedUnitId != null && !suggestedUnitId.isBlank();
      new Violations()
          .require(reason != null, "reason", "required", "请选择退单原因。", "Say why it is returned.")
          .required(legalBasis, "legalBasis")
          .atMost(legalBasis, UnitRequest.LONGEST_BASIS, "legalBasis")
          .require(
              !suggests || known.unit(suggestedUnitId).isPresent(),
              "suggestedUnitId",
              "unknown-unit",
              "没有这个承办单位。请从列表中选择。",
              "There is no such unit. Choose one from the list.")
          .throwIfAny();
    }

    String suggested() {
      return suggestedUnitId == null || suggestedUnitId.isBlank() ? null : suggestedUnitId;
    }
  }

  @Transactional
  public Outcome ask(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check(directory.recent());
    Assignment asking =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> {
              Allowances allowed = Allowances.at(cause.at(), held, timeRules);
              allowed.requireReturn();
              if (held.assignment().role() == AssignmentRole.LEAD) {
                held.handledCase().disputes().returnAsked();
              }
              AssignmentReturnRequested fact =
                  held.assignment()
                      .requestReturn(
                          entry.reason(), entry.suggested(), allowed.returnUntil(), cause.at());
              records.add(
                  assignmentId,
                  UnitRequest.toReturn(
                      fact.requestNo(),
                      entry.reason(),
                      entry.legalBasis(),
                      entry.suggested(),
                      cause));
              return fact;
            });
    return Outcome.asked(asking);
  }
}
