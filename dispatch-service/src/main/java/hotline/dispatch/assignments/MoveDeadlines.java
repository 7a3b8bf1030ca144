package hotline.dispatch.assignments;

import hotline.calendar.InputRefused;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Computes the clocks of open tasks anew after the rules have changed, a batch in the transaction
 * at hand, or after their case was corrected. Each task remembers the number of the rules by which
 * it was looked at: whatever is killed, it is looked at once.
 */
@ApplicationScoped
public class MoveDeadlines {

  private static final Logger LOG = Logger.getLogger(MoveDeadlines.class);

  private final AssignmentRepository assignments;
  private final ReckonedTasks reckoned;
  private final Parts parts;
  private final PartRule partRule;
  private final DeadlineTimers timers;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  MoveDeadlines(
      AssignmentRepository assignments,
      ReckonedTasks reckoned,
      Parts parts,
      PartRule partRule,
      DeadlineTimers timers,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.reckoned = reckoned;
    this.parts = parts;
    this.partRule = partRule;
    this.timers = timers;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** What a batch did: tasks that were looked at, due times that moved. */
  public record Batch(int examined, int moved) {}

  public Batch next(TimeRules rules, int most) {
    Cause cause = Cause.bySystem(Cause.now(clock), null);
    List<Fact> facts = new ArrayList<>();
    List<Assignment> restarted = new ArrayList<>();
    List<Held> behind = assignments.lockBehind(rules.number(), most);
    for (Held held : behind) {
      int clockChanges = held.assignment().clockChanges();
      Limits limits = limits(held.handledCase(), held.assignment(), rules);
      facts.addAll(
          reckon(
              held,
              rules,
              limits,
              limits == null ? DeadlineChange.CALENDAR : DeadlineChange.LIMITS,
              cause));
      if (held.assignment().clockChanges() != clockChanges) {
        restarted.add(held.assignment());
      }
    }
    reckoned.write(behind);
    timers.watch(restarted);
    log.append(facts);
    return new Batch(behind.size(), facts.size());
  }

  /** A case, its row locked, that has another kind or urgency since this event. */
  public record Corrected(HandledCase handledCase, UUID eventId) {}

  /**
   * The open tasks of these cases have the limits of what their case is by now, of the table that
   * they follow: what was paused or granted stays.
   */
  public void follow(Collection<Corrected> corrected, Instant now) {
    if (corrected.isEmpty()) {
      return;
    }
    Map<UUID, Corrected> byCase = new HashMap<>();
    corrected.forEach(one -> byCase.put(one.handledCase().caseId(), one));
    // As they are now: a clock that was computed anew a moment ago does not go back.
    TimeRules rules = timeRules.current();
    List<Fact> facts = new ArrayList<>();
    List<Assignment> restarted = new ArrayList<>();
    for (Assignment task : assignments.openOf(byCase.keySet())) {
      Corrected one = byCase.get(task.caseId());
      int clockChanges = task.clockChanges();
      LimitPolicy policy =
          rules
              .newPolicyFor(task.clocks().reckoning())
              .orElseGet(() -> timeRules.policy(task.clocks().policyVersion()));
      facts.addAll(
          reckon(
              new Held(one.handledCase(), task),
              rules,
              limits(policy, one.handledCase(), task),
              DeadlineChange.CORRECTION,
              Cause.bySystem(now, one.eventId())));
      if (task.clockChanges() != clockChanges) {
        restarted.add(task);
      }
    }
    assignments.flush();
    timers.watch(restarted);
    log.append(facts);
  }

  /** Whether tasks are left, though somebody may be working at them just now. */
  public boolean anyBehind(TimeRules rules) {
    return assignments.anyBehind(rules.number());
  }

  private List<Fact> reckon(
      Held held, TimeRules rules, Limits limits, DeadlineChange change, Cause cause) {
    HandledCase of = held.handledCase();
    Assignment assignment = held.assignment();
    List<Fact> facts = new ArrayList<>();
    if (of.isOver()) {
      assignment.leaveClocks(rules);
      return facts;
    }
    try {
      for (DispatchEvent moved : moved(assignment, rules, limits, change, cause.at())) {
        facts.add(of.say(moved, cause));
      }
    } catch (InputRefused cannotBeComputed) {
      // Before anything was changed: this one keeps its due times, and the others go on.
      LOG.errorf(
          cannotBeComputed, "Due times cannot be computed anew: %s", assignment.assignmentId());
      assignment.leaveClocks(rules);
    }
    return facts;
  }

  private List<DispatchEvent> moved(
      Assignment assignment, TimeRules rules, Limits limits, DeadlineChange change, Instant now) {
    if (!assignment.handedDown().isPart()) {
      return assignment.reckon(rules, limits, change, now);
    }
    // The whole was made before its part, and so computed before it.
    Assignment whole = parts.whole(assignment).orElseThrow();
    return assignment.reckonPart(
        rules, limits, change, now, partRule.inForce().latest(whole, rules.calendar()));
  }

  /** Null when the task keeps its limits. */
  private static Limits limits(HandledCase of, Assignment assignment, TimeRules rules) {
    return rules
        .newPolicyFor(assignment.clocks().reckoning())
        .map(policy -> limits(policy, of, assignment))
        .orElse(null);
  }

  static Limits limits(LimitPolicy policy, HandledCase of, Assignment assignment) {
    return policy.limits(of.kind(), of.urgency(), assignment.round());
  }
}
