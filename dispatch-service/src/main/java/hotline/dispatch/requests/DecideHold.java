package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.HoldOver;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.HoldReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A dispatcher decides whether a unit's clock may stand still (挂起审批). */
@ApplicationScoped
public class DecideHold {

  private final Deciding deciding;
  private final HoldTimers timers;
  private final TimeRulesInForce timeRules;

  DecideHold(Deciding deciding, HoldTimers timers, TimeRulesInForce timeRules) {
    this.deciding = deciding;
    this.timers = timers;
    this.timeRules = timeRules;
  }

  @Transactional
  public Outcome decide(
      Actor actor, UUID assignmentId, int requestNo, IfMatch expected, DecisionEntry entry) {
    entry.check();
    Deciding.Open open = deciding.begin(actor, assignmentId, requestNo, Kind.HOLD, expected);
    DispatchEvent decided =
        entry.grants() ? held(open) : open.assignment().refuseHold(entry.refusal());
    return deciding.end(open, decided, entry);
  }

  private DispatchEvent held(Deciding.Open open) {
    UnitRequest request = open.request();
    if (!request.resumeAt().isAfter(open.cause().at())) {
      throw new HoldOver(request.resumeAt());
    }
    DispatchEvent held =
        open.assignment()
            .hold(
                HoldReason.valueOf(request.reason()),
                request.resumeAt(),
                open.cause().at(),
                timeRules.recent());
    timers.watch(open.assignment());
    return held;
  }
}
