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

  /** How much time the lead has for its reply. */
  public enum ReplyTime {
    /** Its limit, or what the system before this one promised while that lies ahead. */
    AS_A_RULE,
    /** Its limit, whatever was promised before. */
    IN_FULL,
    /** What is left of the limit of the lead before it. */
    WHAT_IS_LEFT
  }

  Round begin(
      HandledCase of, Unit lead, List<Unit> coUnits, DispatchDecision decision, Cause cause) {
    return begin(of, lead, coUnits, decision, ReplyTime.AS_A_RULE, null, cause);
  }

  /**
   * @param before the task of the lead before it; null where that is not asked for
   */
  Round begin(
      HandledCase of,
      Unit lead,
      List<Unit> coUnits,
      DispatchDecision decision,
      ReplyTime time,
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
    for (Unit co : coUnits) {
      assignments.add(
          Assignment.open(of, number, AssignmentRole.CO, co, limits, cause.at(), rules));
    }
    switch (time) {
      case AS_A_RULE -> assignments.forEach(task -> task.keepPromise(of, rules));
      case IN_FULL -> {}
      case WHAT_IS_LEFT -> {
        assignments.get(0).takeOver(before, rules);
        assignments.stream().skip(1).forEach(co -> co.keepPromise(of, rules));
      }
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
    Assignment joined =
        Assignment.open(of, of.round(), AssignmentRole.CO, unit, limits, cause.at(), rules);
    joined.keepPromise(of, rules);
    return joined;
  }

  /** The lead's task has ended without a reply: what its case was promised is not forgotten. */
  public void leavePromise(HandledCase of, Assignment ended) {
    ended.leavePromise(of, timeRules.recent());
  }
}
