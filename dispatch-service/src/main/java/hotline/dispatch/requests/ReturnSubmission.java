package hotline.dispatch.requests;

import hotline.dispatch.assignments.Allowances;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentRole;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A request to give a task back becomes the unit's: by its people, or by its leader's signature.
 */
@ApplicationScoped
public class ReturnSubmission {

  private final RequestRecords records;
  private final TimeRulesInForce timeRules;

  ReturnSubmission(RequestRecords records, TimeRulesInForce timeRules) {
    this.records = records;
    this.timeRules = timeRules;
  }

  /** What the unit may ask for now; refuses a return that is not possible. */
  Allowances allowed(Held held, Cause cause) {
    Allowances allowed = Allowances.at(cause.at(), held, timeRules);
    allowed.requireReturn();
    return allowed;
  }

  /**
   * @param by who wrote it
   */
  public AssignmentReturnRequested submit(
      Held held, RequestReturn.Entry entry, String by, Cause cause) {
    Allowances allowed = allowed(held, cause);
    if (held.assignment().role() == AssignmentRole.LEAD) {
      held.handledCase().disputes().returnAsked();
    }
    AssignmentReturnRequested fact =
        held.assignment()
            .requestReturn(entry.reason(), entry.suggested(), allowed.returnUntil(), cause.at());
    records.add(
        held.assignment(),
        UnitRequest.toReturn(
            fact.requestNo(),
            entry.reason(),
            entry.legalBasis(),
            entry.suggested(),
            by,
            cause.at()),
        // Those of a signed draft have gone along with the row of the request.
        entry.attachments());
    return fact;
  }
}
