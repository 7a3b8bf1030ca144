package hotline.dispatch.dispatching;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.CaseLimits;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.decisions.DispatchDecision;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a round of handling its units, at its beginning or after the case came back: one lead, any
 * number of co-handlers, each with its clocks.
 */
@ApplicationScoped
public class Rounds {

  private final TimeRulesInForce timeRules;

  Rounds(TimeRulesInForce timeRules) {
    this.timeRules = timeRules;
  }

  /** What began: to be stored and said together. */
  public record Round(DispatchDecision decision, List<Assignment> assignments, List<Fact> facts) {}

  Round begin(
      HandledCase of, Unit lead, List<Unit> coUnits, DispatchDecision decision, Cause cause) {
    return begin(of, lead, coUnits, decision, null, cause);
  }

  /**
   * @param before the task of which the lead takes over what is left of the limit; null for a limit
   *     in full
   */
  Round begin(
      HandledCase of,
      Unit lead,
      List<Unit> coUnits,
      DispatchDecision decision,
      Assignment before,
      Cause cause) {
    int number = decision.round();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        of.say(
            new CaseDispatched(
                number,
                lead.code(),
                coUnits.stream().map(Unit::code).toList(),
                decision.automatic(),
                decision.ruleId(),
                decision.catalogueVersion()),
            cause));
    of.giveTo(number, lead.code(), coUnits.size());
    TimeRules rules = timeRules.recent();
    Limits limits = CaseLimits.of(rules.policy(), of, number, cause.at(), rules.calendar());
    List<Assignment> assignments = new ArrayList<>();
    assignments.add(
        Assignment.open(of, number, AssignmentRole.LEAD, lead, limits, cause.at(), rules));
    if (before != null) {
      assignments.get(0).takeOver(before, rules);
    } else {
      of.promised(lead.code(), cause.at())
          .ifPresent(due -> assignments.get(0).keepPromise(due, of, rules));
    }
    for (Unit co : coUnits) {
      assignments.add(
          Assignment.open(of, number, AssignmentRole.CO, co, limits, cause.at(), rules));
    }
    for (Assignment assignment : assignments) {
      facts.add(of.say(assignment.created(), cause));
    }
    return new Round(decision, assignments, facts);
  }

  /** One more co-handler in the present round. */
  Assignment join(HandledCase of, Unit unit, Cause cause) {
    TimeRules rules = timeRules.recent();
    Limits limits = CaseLimits.of(rules.policy(), of, of.round(), cause.at(), rules.calendar());
    of.coUnitJoined();
    return Assignment.open(of, of.round(), AssignmentRole.CO, unit, limits, cause.at(), rules);
  }
}
