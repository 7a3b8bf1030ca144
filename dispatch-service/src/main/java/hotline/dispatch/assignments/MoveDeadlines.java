package hotline.dispatch.assignments;

import hotline.calendar.InputRefused;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Computes the clocks of open tasks anew after the rules have changed, a batch in the transaction
 * at hand. Each task remembers the number of the rules by which it was looked at: whatever is
 * killed, it is looked at once.
 */
@ApplicationScoped
public class MoveDeadlines {

  private static final Logger LOG = Logger.getLogger(MoveDeadlines.class);

  private final AssignmentRepository assignments;
  private final ReckonedTasks reckoned;
  private final DeadlineTimers timers;
  private final CaseLog log;
  private final Clock clock;

  MoveDeadlines(
      AssignmentRepository assignments,
      ReckonedTasks reckoned,
      DeadlineTimers timers,
      CaseLog log,
      Clock clock) {
    this.assignments = assignments;
    this.reckoned = reckoned;
    this.timers = timers;
    this.log = log;
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
      facts.addAll(reckon(held, rules, cause));
      if (held.assignment().clockChanges() != clockChanges) {
        restarted.add(held.assignment());
      }
    }
    reckoned.write(behind);
    timers.watch(restarted);
    log.append(facts);
    return new Batch(behind.size(), facts.size());
  }

  /** Whether tasks are left, though somebody may be working at them just now. */
  public boolean anyBehind(TimeRules rules) {
    return assignments.anyBehind(rules.number());
  }

  private static List<Fact> reckon(Held held, TimeRules rules, Cause cause) {
    HandledCase of = held.handledCase();
    Assignment assignment = held.assignment();
    List<Fact> facts = new ArrayList<>();
    if (of.isOver()) {
      assignment.leaveClocks(rules);
      return facts;
    }
    try {
      Limits limits = limits(of, assignment, rules);
      for (DispatchEvent moved : assignment.reckon(rules, limits, cause.at())) {
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
