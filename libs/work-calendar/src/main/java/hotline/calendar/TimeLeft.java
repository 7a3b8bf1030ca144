package hotline.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * How much of a limit is used or left at a moment, and the moment at which so much is left: what
 * lights are switched by.
 */
public final class TimeLeft {

  private TimeLeft() {}

  /**
   * The moment from which no more than that is left until the due time; the start of the count if
   * it never is more.
   */
  public static Instant whenLeft(ClockTerms terms, WorkCalendar calendar, Limit left) {
    return whenLeft(Count.of(terms, calendar), calendar, left);
  }

  static Instant whenLeft(Count count, WorkCalendar calendar, Limit left) {
    return switch (left.unit()) {
      case NATURAL_MINUTE -> when(count, new NaturalTime(), left.amount() * (Count.HOUR / 60));
      case NATURAL_HOUR -> when(count, new NaturalTime(), left.amount() * Count.HOUR);
      case NATURAL_DAY -> when(count, new NaturalTime(), left.amount() * (24 * Count.HOUR));
      case WORK_HOUR -> when(count, new WorkTime(calendar.timeline()), left.amount() * Count.HOUR);
      case WORK_DAY -> when(count, new WorkDays(calendar.timeline()), DayCount.of(left.amount()));
    };
  }

  /**
   * The moment from which no more than that share, in percent, of the time until the due time is
   * left.
   */
  public static Instant whenShareLeft(ClockTerms terms, WorkCalendar calendar, int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent must be 0 to 100: " + percent);
    }
    return whenShareLeft(Count.of(terms, calendar), calendar, percent);
  }

  static Instant whenShareLeft(Count count, WorkCalendar calendar, int percent) {
    Measure<Long> measure = ownMeasure(count, calendar);
    long total = count.pauses().between(measure, count.from(), count.due());
    return when(count, measure, total / 100 * percent + total % 100 * percent / 100);
  }

  /**
   * The share of the time until the due time that is left: 1 before the count starts, 0 once it is
   * due.
   */
  public static double shareLeft(ClockTerms terms, WorkCalendar calendar, Instant now) {
    Count count = Count.of(terms, calendar);
    Measure<Long> measure = ownMeasure(count, calendar);
    long moment = Math.min(count.due(), Math.max(count.from(), Timeline.nanos(now)));
    double left = count.pauses().between(measure, moment, count.due());
    return left / count.pauses().between(measure, count.from(), count.due());
  }

  /**
   * How many units lie between two moments, pauses not counted, to two decimals; negative when the
   * second is earlier.
   */
  public static BigDecimal elapsed(
      Instant from, Instant to, LimitUnit unit, WorkCalendar calendar, List<Pause> pauses) {
    if (to.isBefore(from)) {
      return elapsed(to, from, unit, calendar, pauses).negate();
    }
    Pauses merged = Pauses.of(pauses);
    long begins = Timeline.nanos(from);
    long ends = Timeline.nanos(to);
    long ofUnit =
        switch (unit) {
          case NATURAL_MINUTE -> Count.HOUR / 60;
          case NATURAL_HOUR, WORK_HOUR -> Count.HOUR;
          case NATURAL_DAY -> 24 * Count.HOUR;
          case WORK_DAY -> 1;
        };
    return switch (unit.kind()) {
      case NATURAL -> units(merged.between(new NaturalTime(), begins, ends), ofUnit);
      case WORK -> units(merged.between(new WorkTime(calendar.timeline()), begins, ends), ofUnit);
      case WORK_DAYS -> merged.between(new WorkDays(calendar.timeline()), begins, ends).rounded();
    };
  }

  private static BigDecimal units(long nanos, long ofUnit) {
    return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(ofUnit), 2, RoundingMode.HALF_UP);
  }

  /** Work days are shared out by work time: a half of the time left is a half of the work time. */
  private static Measure<Long> ownMeasure(Count count, WorkCalendar calendar) {
    return switch (count.kind()) {
      case NATURAL -> new NaturalTime();
      case WORK, WORK_DAYS -> new WorkTime(calendar.timeline());
    };
  }

  private static <A extends Comparable<A>> Instant when(Count count, Measure<A> measure, A left) {
    A total = count.pauses().between(measure, count.from(), count.due());
    if (total.compareTo(left) <= 0) {
      return Timeline.instant(count.from());
    }
    return Timeline.instant(
        count.pauses().advance(measure, count.from(), measure.minus(total, left)));
  }
}
