package hotline.dispatch.assignments;

import hotline.calendar.DueChange;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DispatchEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Moves the clocks of a task that lie ahead (时限重算): by other rules, or because its case is handled
 * with one that must be answered earlier (并单). Each due time that moves is a fact. Pure: the time
 * is given.
 */
final class Reckoning {

  private Reckoning() {}

  /**
   * By other rules.
   *
   * @param limits null when each clock keeps its limit
   */
  static List<DispatchEvent> reckon(
      Assignment task, TimeRules rules, Limits limits, DeadlineChange change, Instant now) {
    return moved(task, change, rules, () -> takeRevised(task, rules, limits, change, now));
  }

  /** The same of a part, which ends by then: what the unit above needs for itself stays. */
  static List<DispatchEvent> reckonPart(
      Assignment part,
      TimeRules rules,
      Limits limits,
      DeadlineChange change,
      Instant now,
      Instant latest) {
    return moved(
        part,
        change,
        rules,
        () -> {
          boolean otherwise = takeRevised(part, rules, limits, change, now);
          return endBy(part, latest, now, rules) || otherwise;
        });
  }

  private static boolean takeRevised(
      Assignment task, TimeRules rules, Limits limits, DeadlineChange change, Instant now) {
    boolean hurried =
        limits != null && change == DeadlineChange.CORRECTION && task.clocks().isPromised();
    Limits own =
        hurried
            ? limits.withReply(task.clocks().promisedAtMost(limits.reply(), rules.calendar()))
            : own(task, limits);
    return task.clocks().take(revisedBy(task, rules.calendar(), own, now), rules, own);
  }

  /** Its reply must not be later than that of a case that is handled with it (并单). */
  static List<DispatchEvent> lend(Assignment task, LentClock lent, Instant now, TimeRules rules) {
    return moved(task, DeadlineChange.MERGING, rules, () -> lendTo(task, lent, now, rules));
  }

  /**
   * The unit above was lent a clock: its part ends by then as well, and has the time that was
   * chosen for it again when that is taken back.
   */
  static List<DispatchEvent> lendPart(
      Assignment part, Instant latest, Instant now, TimeRules rules) {
    return moved(
        part,
        DeadlineChange.MERGING,
        rules,
        () -> {
          boolean lent =
              latest.isAfter(now) && lendTo(part, PartLimits.lentUntil(latest, now), now, rules);
          return endBy(part, latest, now, rules) || lent;
        });
  }

  private static boolean lendTo(Assignment task, LentClock lent, Instant now, TimeRules rules) {
    return task.clocks().lend(lent, movable(task).contains(DeadlineKind.REPLY), now, rules);
  }

  /**
   * What lies ahead of a part ends by then, if that lies ahead itself, and nothing of it after its
   * reply.
   *
   * @return whether anything ended later
   */
  private static boolean endBy(Assignment part, Instant latest, Instant now, TimeRules rules) {
    Clocks clocks = part.clocks();
    Set<DeadlineKind> movable = movable(part);
    boolean otherwise =
        latest.isAfter(now)
            && movable.contains(DeadlineKind.REPLY)
            && clocks.endBy(DeadlineKind.REPLY, latest, rules);
    for (DeadlineKind kind : List.of(DeadlineKind.SIGN, DeadlineKind.CONTACT)) {
      otherwise |= movable.contains(kind) && clocks.endByReply(kind, now, rules);
    }
    return otherwise;
  }

  /**
   * Moves clocks; each that then ends at another moment is a fact.
   *
   * @param act whether a clock now turns yellow or runs out at another moment
   */
  private static List<DispatchEvent> moved(
      Assignment task, DeadlineChange change, TimeRules rules, BooleanSupplier act) {
    Clocks clocks = task.clocks();
    Map<DeadlineKind, Instant> before = new EnumMap<>(DeadlineKind.class);
    Clocks.KINDS.forEach(kind -> before.put(kind, clocks.due(kind)));
    if (act.getAsBoolean()) {
      clocks.turnTo(task.clockStatus());
      clocks.restart();
    }
    List<DispatchEvent> moved = new ArrayList<>();
    before.forEach(
        (kind, due) -> {
          if (due != null && !due.equals(clocks.due(kind))) {
            moved.add(
                new DeadlineMoved(
                    task.assignmentId(),
                    task.round(),
                    task.role(),
                    task.unitId(),
                    kind,
                    due,
                    clocks.due(kind),
                    change,
                    rules.calendarVersion(),
                    clocks.policyVersion()));
          }
        });
    return moved;
  }

  /**
   * What a clock would be by another calendar or limit.
   *
   * @param rule null when the clock keeps its own
   */
  record Revised(DeadlineKind kind, LimitRule rule, DueChange change) {

    /** The same of a part that ends before that: in no case earlier than now. */
    Revised endingAt(Instant due) {
      return due.equals(change.after())
          ? this
          : new Revised(kind, rule, new DueChange(change.before(), due, false));
    }
  }

  /**
   * Every clock that lies ahead, computed anew; nothing is changed. A due time that has passed
   * stays, and so does one whose clock does not run: a reply under review was in time or was not.
   *
   * @param given null when each clock keeps its limit
   */
  static List<Revised> revised(Assignment task, WorkCalendar calendar, Limits given, Instant now) {
    return revisedBy(task, calendar, own(task, given), now);
  }

  private static List<Revised> revisedBy(
      Assignment task, WorkCalendar calendar, Limits limits, Instant now) {
    Clocks clocks = task.clocks();
    // What lay ahead when the unit asked for a return that waits lies ahead still.
    Instant stoodSince = task.waitsSince() == null ? now : task.waitsSince();
    List<Revised> revised = new ArrayList<>();
    for (DeadlineKind kind : movable(task)) {
      Instant due = clocks.due(kind);
      Instant counted = kind == DeadlineKind.REPLY ? now : stoodSince;
      if (due != null && due.isAfter(counted)) {
        LimitRule other = limits == null ? null : limits.of(kind);
        revised.add(
            new Revised(
                kind,
                other,
                DueTime.revise(
                    due,
                    clocks.terms(kind, other == null ? clocks.rule(kind) : other, calendar),
                    calendar,
                    counted)));
      }
    }
    return revised;
  }

  /**
   * The unit above chose by when a part has to be answered, and the system before this one promised
   * by when its case.
   */
  private static Limits own(Assignment task, Limits given) {
    return given != null && (task.handedDown().isPart() || task.clocks().isPromised())
        ? given.withReply(task.clocks().rule(DeadlineKind.REPLY))
        : given;
  }

  /** The clocks that other rules can move where the unit stands. */
  static Set<DeadlineKind> movable(Assignment task) {
    AssignmentStatus status = task.standsAt();
    return Clocks.KINDS.stream()
        .filter(kind -> ClockHands.runs(kind, status) || standsStill(kind, status))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeadlineKind.class)));
  }

  /** The clock of the reply on hold: it ends when the hold ends as planned. */
  private static boolean standsStill(DeadlineKind kind, AssignmentStatus status) {
    return kind == DeadlineKind.REPLY && status == AssignmentStatus.HELD;
  }
}
