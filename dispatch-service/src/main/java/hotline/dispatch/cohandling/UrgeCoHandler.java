package hotline.dispatch.cohandling;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * The lead unit urges one of its co-handlers (主办催协办). It moves nothing and is no fact of the case:
 * the two units read it, and the centre's own urges are another thing.
 */
@ApplicationScoped
class UrgeCoHandler {

  private static final int LONGEST = 1_000;

  private final AssignmentRepository assignments;
  private final CoUrgeStore urges;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  UrgeCoHandler(
      AssignmentRepository assignments,
      CoUrgeStore urges,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.urges = urges;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  CoUrge urge(Actor actor, UUID leadId, UUID coId, String words) {
    // The row of the case is locked: the co-handler cannot reply meanwhile.
    Held held = assignments.lock(leadId);
    Assignment lead = held.assignment();
    Scope.of(actor).requireMayActForUnit(lead.unitPath());
    Violations wrong = new Violations();
    wrong.required(words, "words").atMost(words, LONGEST, "words").throwIfAny();
    Assignment coTask =
        assignments
            .findByIdOptional(coId)
            .filter(one -> lead.role() == AssignmentRole.LEAD && CoHandling.isCoHandler(one, lead))
            .orElseThrow(() -> new NotFound("协办任务", "co-handler's task"));
    if (lead.isOver()) {
      throw new CaseHasMovedOn(held.handledCase().status());
    }
    if (!CoHandling.isToAct(coTask)) {
      throw new CoHandlerIsDone();
    }
    Cause cause = Cause.by(actor, clock);
    CoUrge urge = new CoUrge(coId, lead.unitId(), words.strip(), cause.at());
    if (!urges.add(urge, leadId, cause.actor(), timeRules.calendar().dateOf(cause.at()))) {
      throw new CoHandlerUrgedToday();
    }
    return urge;
  }
}
