package hotline.dispatch.limits;

import hotline.calendar.LimitRule;
import hotline.calendar.LimitUnit;
import hotline.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/** How pressing a running clock is (红黄绿灯). */
public enum Light {
  GREEN,
  YELLOW,
  RED,
  /** No clock runs. */
  NONE;

  /** A work day as its windows count it, for the threshold that the field calls one work day. */
  private static final Duration ONE_WORK_DAY = Duration.ofHours(8);

  /**
   * Green until half of the limit is left or one work day, whichever is later to come; yellow
   * inside that; red after the due time. The due moment itself is in time.
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
    Duration threshold =
        natural || half.compareTo(ONE_WORK_DAY) < 0 ? half : ONE_WORK_DAY;
    return left.compareTo(threshold) > 0 ? GREEN : YELLOW;
  }

  static boolean isNatural(LimitUnit unit) {
    return switch (unit) {
      case NATURAL_MINUTE, NATURAL_HOUR, NATURAL_DAY -> true;
      case WORK_HOUR, WORK_DAY -> false;
    };
  }
}
