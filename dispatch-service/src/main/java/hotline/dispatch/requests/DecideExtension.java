package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.ExtensionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A dispatcher decides whether a unit gets more time (延期审批). */
@ApplicationScoped
public class DecideExtension {

  private final Deciding deciding;
  private final TimeRulesInForce timeRules;

  DecideExtension(Deciding deciding, TimeRulesInForce timeRules) {
    this.deciding = deciding;
    this.timeRules = timeRules;
  }

  @Transactional
  public Outcome decide(
      Actor actor, UUID assignmentId, int requestNo, IfMatch expected, DecisionEntry entry) {
    entry.check();
    Deciding.Open open = deciding.begin(actor, assignmentId, requestNo, Kind.EXTENSION, expected);
    DispatchEvent decided =
        entry.grants() ? extended(open) : open.assignment().refuseExtension(entry.refusal());
    return deciding.end(open, decided, entry);
  }

  private DispatchEvent extended(Deciding.Open open) {
    UnitRequest request = open.request();
    return open.assignment()
        .extend(
            ExtensionReason.valueOf(request.reason()),
            request.workDays(),
            open.cause().at(),
            timeRules.recent());
  }
}
