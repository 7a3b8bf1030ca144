package hotline.dispatch.subdispatch;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentNotReady;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Decision;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.assignments.UnitRequest.State;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.requests.DecisionEntry;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ReturnReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The unit above decides whether a unit below may give its part back to it. */
@ApplicationScoped
public class DecidePartReturn {

  private final PartAct act;
  private final RequestRecords records;
  private final TimeRulesInForce timeRules;

  DecidePartReturn(PartAct act, RequestRecords records, TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.timeRules = timeRules;
  }

  @Transactional
  public Outcome decide(Actor actor, UUID partId, IfMatch expected, DecisionEntry entry) {
    entry.check();
    return act.on(
        actor,
        partId,
        expected,
        part -> {
          UnitRequest asked = asked(part.assignment());
          FourEyes.requireSomeoneElse(
              actor,
              asked.requestedBy(),
              part.assignment().endorsing().endorserRef(),
              part.assignment().endorsing().endorsedFor());
          DispatchEvent decided = entry.grants() ? granted(part, asked) : refused(part, entry);
          records.decide(
              partId,
              asked.requestNo(),
              entry.grants() ? State.GRANTED : State.REFUSED,
              new Decision(
                  entry.refusal(), entry.comment(), part.cause().at(), part.cause().actor()));
          return decided;
        });
  }

  private UnitRequest asked(Assignment assignment) {
    return records
        .find(assignment.assignmentId(), assignment.requests())
        .filter(found -> found.kind() == Kind.RETURN && found.state() == State.OPEN)
        .orElseThrow(
            () -> new AssignmentNotReady(assignment.status(), EventType.ASSIGNMENT_RETURNED));
  }

  /** It is no return of the case, which stays with the unit above. */
  private DispatchEvent granted(PartAct.Part part, UnitRequest asked) {
    return part.assignment()
        .grantReturn(
            ReturnReason.valueOf(asked.reason()),
            asked.suggestedUnitId(),
            part.held().handledCase().returnCount(),
            part.cause().at(),
            timeRules.recent());
  }

  private DispatchEvent refused(PartAct.Part part, DecisionEntry entry) {
    return part.assignment().refuseReturn(entry.refusal(), part.cause().at(), timeRules.recent());
  }
}
