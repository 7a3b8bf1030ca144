package hotline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Computes due times, each a pure function of start, limit, calendar, pauses and extensions.
 *
 * <p>The rule: the limit is counted from its start rule to its end rule as if nothing had paused
 * it; what a pause then takes from that span, in the limit's own kind of time, is added behind it.
 * So a pause leaves the remaining time unchanged, in whatever pieces it is given, and a pause in
 * the lunch break or on a holiday costs and gives nothing.
 *
 * <ul>
 *   <li>Natural limits count every moment; a natural day is 24 hours. Work hours count the work
 *       windows.
 *   <li>Work days: each work day counts as one, however long. To the end of the work day, a limit
 *       of n ends at the close of the n-th work day strictly after the day of the start. To the
 *       exact moment, it ends on that day at the point of the work time at which it started: the
 *       same wall time, if both days keep the same windows. A start in the lunch break or before
 *       the opening stands for the next opening of that day, one after the close or on a day off
 *       for the last close.
 *   <li>Counted from the next work day, that day is the first of the n, and both end rules end at
 *       the close of the n-th.
 *   <li>Extensions add to the limit. Those of another kind of time follow it: natural time first,
 *       then work time, then work days, whatever order they were granted in.
 * </ul>
 *
 * <p>A due time is reached when the count is complete, so work done at that very moment is in time.
 */
public final class DueTime {

  private DueTime() {}

  /** The due time of a limit that is counted at once and to the exact moment. */
  public static Instant compute(
      Instant start,
      Limit limit,
      WorkCalendar calendar,
      List<Pause> pauses,
      List<Extension> extensions) {
    return compute(new ClockTerms(start, LimitRule.of(limit), pauses, extensions), calendar);
  }

  /** The due time; {@link #result} says in addition whether a calendar year is missing. */
  public static Instant compute(ClockTerms terms, WorkCalendar calendar) {
    return Timeline.instant(Count.of(terms, calendar).due());
  }

  /** The due time with everything a reader may ask about it. */
  public static DueResult result(ClockTerms terms, WorkCalendar calendar) {
    Count count = Count.of(terms, calendar);
    Instant due = Timeline.instant(count.due());
    Instant unextended =
        terms.extensions().isEmpty() ? due : compute(terms.withExtensions(List.of()), calendar);
    return new DueResult(due, Timeline.instant(count.from()), unextended, count.warnings());
  }

  /**
   * The due time after a change of its inputs. One that has passed stays: a holiday announced late
   * neither excuses nor creates what is already decided.
   */
  public static DueChange revise(
      Instant due, ClockTerms terms, WorkCalendar calendar, Instant now) {
    if (!due.isAfter(now)) {
      return new DueChange(due, due, false);
    }
    Instant revised = compute(terms, calendar);
    return new DueChange(due, revised, !revised.isAfter(now));
  }

  /** Whether something done at that moment kept the due time: the due moment itself is in time. */
  public static boolean isOnTime(Instant done, Instant due) {
    return !done.isAfter(due);
  }

  /** By how much work time the due time was missed; zero when it was kept. */
  public static Duration overdueWork(Instant done, Instant due, WorkCalendar calendar) {
    return isOnTime(done, due) ? Duration.ZERO : calendar.workTimeBetween(due, done);
  }

  /** Every counted and every skipped span from the start to the due time, with its reason. */
  public static Explanation explain(ClockTerms terms, WorkCalendar calendar) {
    return Explainer.explain(terms, calendar);
  }
}
