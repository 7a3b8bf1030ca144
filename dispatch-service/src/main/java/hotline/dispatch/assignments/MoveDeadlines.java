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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final PartRule partRule;
  private final DeadlineTimers timers;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  MoveDeadlines(
      AssignmentRepository assignments,
      ReckonedTasks reckoned,
      PartRule partRule,
      DeadlineTimers timers,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.reckoned = reckoned;
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
    List<Held> tasks = Parts.wholesFirst(withParts(behind));
    Latest latest = latest(tasks.stream().map(Held::assignment).toList());
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

  /**
   * With the parts of what is looked at that were looked at before: they end before it, wherever it
   * ends now. One more statement, and mostly none: they are looked at together.
   */
  private List<Held> withParts(List<Held> behind) {
    Map<UUID, Held> known = new LinkedHashMap<>();
    behind.forEach(held -> known.put(held.assignment().assignmentId(), held));
    List<Held> wholes = behind;
    while (!wholes.isEmpty()) {
      Map<UUID, Long> here =
          known.values().stream()
              .map(held -> held.assignment().handedDown().parentId())
              .filter(Objects::nonNull)
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      Map<UUID, Held> incomplete = new HashMap<>();
      for (Held held : wholes) {
        Assignment whole = held.assignment();
        if (whole.openParts() > here.getOrDefault(whole.assignmentId(), 0L)) {
          incomplete.put(whole.assignmentId(), held);
        }
      }
      List<Held> more = new ArrayList<>();
      if (!incomplete.isEmpty()) {
        for (Assignment part : assignments.openPartsOf(incomplete.keySet())) {
          HandledCase of = incomplete.get(part.handedDown().parentId()).handledCase();
          Held held = new Held(of, part);
          if (known.putIfAbsent(part.assignmentId(), held) == null) {
            more.add(held);
          }
        }
      }
      wholes = more;
    }
    return List.copyOf(known.values());
  }

  /** By when each part of these ends at the latest: what that takes is read once for all. */
  private Latest latest(List<Assignment> tasks) {
    Map<UUID, Assignment> wholes = new HashMap<>();
    tasks.forEach(task -> wholes.put(task.assignmentId(), task));
    Set<UUID> parents =
        tasks.stream()
            .map(task -> task.handedDown().parentId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (parents.isEmpty()) {
      return new Latest(wholes, null);
    }
    parents.removeAll(wholes.keySet());
    if (!parents.isEmpty()) {
      assignments.readAll(parents).forEach(whole -> wholes.put(whole.assignmentId(), whole));
    }
    return new Latest(wholes, partRule.inForce());
  }

  /**
   * @param rule null when none of them is a part
   */
  private record Latest(Map<UUID, Assignment> wholes, PartLimits rule) {

    Instant of(Assignment part, Instant now, TimeRules rules) {
      return rule.latestAfter(now, wholes.get(part.handedDown().parentId()), rules.calendar());
    }
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
    Latest latest = latest(open.stream().map(Held::assignment).toList());
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
      Latest latest,
      Cause cause) {
    HandledCase of = held.handledCase();
    Assignment assignment = held.assignment();
    List<Fact> facts = new ArrayList<>();
    if (of.isOver()) {
      assignment.leaveClocks(rules);
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
      assignment.leaveClocks(rules);
    }
    return facts;
  }

  private static List<DispatchEvent> moved(
      Assignment task,
      TimeRules rules,
      Limits limits,
      DeadlineChange change,
      Latest latest,
      Instant now) {
    return task.handedDown().isPart()
        ? task.reckonPart(rules, limits, change, now, latest.of(task, now, rules))
        : task.reckon(rules, limits, change, now);
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
                ? task.lendPart(latest.of(task, cause.at(), rules), cause.at(), rules)
                : task.lend(lent, cause.at(), rules),
        cause);
  }

  /** Nobody follows the case any more: what lies ahead is computed by its own limits alone. */
  public List<Fact> takeBack(HandledCase main, Cause cause) {
    TimeRules rules = timeRules.current();
    return change(
        main,
        (task, latest) -> {
          task.takeBackLent();
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
      HandledCase main, BiFunction<Assignment, Latest, List<DispatchEvent>> act, Cause cause) {
    List<Fact> facts = new ArrayList<>();
    List<Assignment> restarted = new ArrayList<>();
    List<Assignment> open = assignments.openOf(List.of(main.caseId()));
    Latest latest = latest(open);
    for (Held held : Parts.wholesFirst(open.stream().map(task -> new Held(main, task)).toList())) {
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
