package hotline.dispatch.limits;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks at a limit from its end: a list asks the database for what began before a moment, since the
 * database knows no work time.
 */
public final class LatestStart {

  // A limit of the desks is days; three months cover any with its holidays.
  private static final Duration FURTHEST = Duration.ofDays(90);
  private static final Duration FINE_ENOUGH = Duration.ofSeconds(1);

  private LatestStart() {}

  /** The moment before which something must have begun to have run out by {@code end}. */
  public static Instant of(Limit limit, Instant end, WorkCalendar calendar) {
    Instant from = end.minus(FURTHEST);
    Instant to = end;
    // Due times never go down when the start goes up.
    while (Duration.between(from, to).compareTo(FINE_ENOUGH) > 0) {
      Instant middle = from.plus(Duration.between(from, to).dividedBy(2));
      Instant due = DueTime.compute(ClockTerms.of(middle, LimitRule.of(limit)), calendar);
      if (due.isAfter(end)) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return from;
  }
}
