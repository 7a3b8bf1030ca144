package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.GiveOn;
import hotline.dispatch.dispatching.NextUnit;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentReturnRefused;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ReturnReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** A dispatcher decides whether a unit may give its task back (退单审批). */
@ApplicationScoped
public class DecideReturn {

  private final Deciding deciding;
  private final DirectoryStore directory;
  private final GiveOn giveOn;
  private final TimeRulesInForce timeRules;

  DecideReturn(
      Deciding deciding, DirectoryStore directory, GiveOn giveOn, TimeRulesInForce timeRules) {
    this.deciding = deciding;
    this.directory = directory;
    this.giveOn = giveOn;
    this.timeRules = timeRules;
  }

  @Transactional
  public Outcome decide(
      Actor actor, UUID assignmentId, int requestNo, IfMatch expected, DecisionEntry entry) {
    entry.checkOfReturn();
    Unit to = NextUnit.of(entry.toUnitId(), directory.recent());
    Deciding.Open open = deciding.begin(actor, assignmentId, requestNo, Kind.RETURN, expected);
    if (!entry.grants()) {
      AssignmentReturnRefused refused =
          open.assignment().refuseReturn(entry.refusal(), open.cause().at(), timeRules.recent());
      return deciding.end(open, refused, entry);
    }
    List<Fact> facts = deciding.record(open, returned(open), entry);
    giveOn.give(open.held(), to, entry.comment(), open.cause(), facts);
    return Outcome.of(open.assignment(), null);
  }

  private AssignmentReturned returned(Deciding.Open open) {
    Assignment assignment = open.assignment();
    HandledCase of = open.held().handledCase();
    UnitRequest request = open.request();
    // A co-handler that leaves does not send the case back: the lead keeps it.
    if (assignment.role() == AssignmentRole.LEAD) {
      of.returnedBy(assignment.unitId(), request.suggestedUnitId());
    }
    return assignment.grantReturn(
        ReturnReason.valueOf(request.reason()),
        request.suggestedUnitId(),
        of.returnCount(),
        open.cause().at(),
        timeRules.recent());
  }
}
