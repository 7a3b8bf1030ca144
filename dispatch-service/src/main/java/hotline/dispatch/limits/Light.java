package hotline.dispatch.limits;

import hotline.calendar.LimitRule;
import hotline.calendar.LimitUnit;
import hotline.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How pressing a running clock is (红黄绿灯). */
public enum Light {
  GREEN,
  YELLOW,
  RED,
  /** No clock runs. */
  NONE;

  /**
   * Green until half of the limit is left or one work day, whichever comes later; yellow inside
   * that; red after the due time. The due moment itself is in time.
   */
  public static Light at(
      Instant now, Instant start, LimitRule rule, Instant due, WorkCalendar calendar) {
    if (now.isAfter(due)) {
      return RED;
    }
    boolean natural = isNatural(rule.limit().unit());
    Duration whole = natural ? Duration.between(start, due) : calendar.workTimeBetween(start, due);
    Duration left = natural ? Duration.between(now, due) : calendar.workTimeBetween(now, due);
    Duration half = whole.dividedBy(2);
    Duration day = natural ? Duration.ofDays(1) : workDay(due, calendar);
    return left.compareTo(half.compareTo(day) < 0 ? half : day) > 0 ? GREEN : YELLOW;
  }

  /** The work time of the day on which the limit ends. */
  private static Duration workDay(Instant due, WorkCalendar calendar) {
    LocalDate date = calendar.dateOf(due);
    return calendar.workTimeBetween(
        date.atStartOfDay(calendar.zone()).toInstant(),
        date.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
  }

  static boolean isNatural(LimitUnit unit) {
    return switch (unit) {
      case NATURAL_MINUTE, NATURAL_HOUR, NATURAL_DAY -> true;
      case WORK_HOUR, WORK_DAY -> false;
    };
  }
}
