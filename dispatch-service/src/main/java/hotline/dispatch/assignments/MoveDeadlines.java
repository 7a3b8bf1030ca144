package hotline.dispatch.assignments;

import hotline.calendar.InputRefused;
import hotline.calendar.WorkCalendar;
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
import java.util.function.BiFunction;
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
  private final PartDeadlines parts;
  private final DeadlineTimers timers;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  MoveDeadlines(
      AssignmentRepository assignments,
      ReckonedTasks reckoned,
      PartDeadlines parts,
      DeadlineTimers timers,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.reckoned = reckoned;
    this.parts = parts;
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
    List<Held> tasks = Parts.wholesFirst(parts.withParts(behind));
    PartDeadlines.Latest latest = parts.latest(tasks);
    for (Held held : tasks) {
      int clockChanges = held.assignment().clockChanges();
      Limits limits = limits(held.handledCase(), held.assignment(), rules);
      facts.addAll(
          reckon(
              held,
              rules,
              limits,
              limits == null ? DeadlineChange.CALENDAR : DeadlineChange.LIMITS,
              latest,
              cause));
      if (held.assignment().clockChanges() != clockChanges) {
        restarted.add(held.assignment());
      }
    }
    reckoned.write(tasks);
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
    List<Held> open =
        Parts.wholesFirst(
            assignments.openOf(byCase.keySet()).stream()
                .map(task -> new Held(byCase.get(task.caseId()).handledCase(), task))
                .toList());
    PartDeadlines.Latest latest = parts.latest(open);
    for (Held held : open) {
      Assignment task = held.assignment();
      Corrected one = byCase.get(task.caseId());
      int clockChanges = task.clockChanges();
      facts.addAll(
          reckon(
              held,
              rules,
              limits(policy(rules, task), one.handledCase(), task, rules.calendar()),
              DeadlineChange.CORRECTION,
              latest,
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
      Held held,
      TimeRules rules,
      Limits limits,
      DeadlineChange change,
      PartDeadlines.Latest latest,
      Cause cause) {
    HandledCase of = held.handledCase();
    Assignment assignment = held.assignment();
    List<Fact> facts = new ArrayList<>();
    if (of.isOver()) {
      assignment.clocks().leave(rules);
      return facts;
    }
    try {
      for (DispatchEvent moved : moved(assignment, rules, limits, change, latest, cause.at())) {
        facts.add(of.say(moved, cause));
      }
    } catch (InputRefused cannotBeComputed) {
      // Before anything was changed: this one keeps its due times, and the others go on.
      LOG.errorf(
          cannotBeComputed, "Due times cannot be computed anew: %s", assignment.assignmentId());
      assignment.clocks().leave(rules);
    }
    return facts;
  }

  /** Moves its clocks as these rules say, where it is a part no further than it may. */
  static List<DispatchEvent> moved(
      Assignment task,
      TimeRules rules,
      Limits limits,
      DeadlineChange change,
      PartDeadlines.Latest latest,
      Instant now) {
    return task.handedDown().isPart()
        ? Reckoning.reckonPart(task, rules, limits, change, now, latest.of(task, now, rules))
        : Reckoning.reckon(task, rules, limits, change, now);
  }

  /** Null when the task keeps its limits. */
  private static Limits limits(HandledCase of, Assignment assignment, TimeRules rules) {
    return rules
        .newPolicyFor(assignment.clocks().reckoning())
        .map(policy -> limits(policy, of, assignment, rules.calendar()))
        .orElse(null);
  }

  /** Who had the task before the other case was merged has the clock that was lent, and its own. */
  static Limits limits(
      LimitPolicy policy, HandledCase of, Assignment assignment, WorkCalendar calendar) {
    return assignment.clocks().isLent()
        ? CaseLimits.own(policy, of, assignment.round())
        : CaseLimits.of(policy, of, assignment.round(), assignment.clocks().start(), calendar);
  }

  /**
   * The open tasks of a main case, its row locked, must be answered by then as well, and what they
   * handed down before that: the due times that move are facts.
   */
  public List<Fact> lend(HandledCase main, LentClock lent, Cause cause) {
    TimeRules rules = timeRules.recent();
    return change(
        main,
        (task, latest) ->
            task.handedDown().isPart()
                ? Reckoning.lendPart(task, latest.of(task, cause.at(), rules), cause.at(), rules)
                : Reckoning.lend(task, lent, cause.at(), rules),
        cause);
  }

  /** Nobody follows the case any more: what lies ahead is computed by its own limits alone. */
  public List<Fact> takeBack(HandledCase main, Cause cause) {
    TimeRules rules = timeRules.current();
    return change(
        main,
        (task, latest) -> {
          task.clocks().takeBackLent();
          return moved(
              task,
              rules,
              limits(policy(rules, task), main, task, rules.calendar()),
              DeadlineChange.MERGING,
              latest,
              cause.at());
        },
        cause);
  }

  private List<Fact> change(
      HandledCase main,
      BiFunction<Assignment, PartDeadlines.Latest, List<DispatchEvent>> act,
      Cause cause) {
    List<Fact> facts = new ArrayList<>();
    List<Assignment> restarted = new ArrayList<>();
    List<Held> open =
        Parts.wholesFirst(
            assignments.openOf(List.of(main.caseId())).stream()
                .map(task -> new Held(main, task))
                .toList());
    PartDeadlines.Latest latest = parts.latest(open);
    for (Held held : open) {
      Assignment task = held.assignment();
      int clockChanges = task.clockChanges();
      act.apply(task, latest).forEach(moved -> facts.add(main.say(moved, cause)));
      if (task.clockChanges() != clockChanges) {
        restarted.add(task);
      }
    }
    assignments.flush();
    timers.watch(restarted);
    return facts;
  }

  private LimitPolicy policy(TimeRules rules, Assignment task) {
    return rules
        .newPolicyFor(task.clocks().reckoning())
        .orElseGet(() -> timeRules.policy(task.clocks().policyVersion()));
  }
}
