package hotline.evaluation.callbacks;

import hotline.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/** How near a due time is (绿灯、黄灯、红灯). */
public enum Light {
  GREEN,
  YELLOW,
  RED,
  NONE;

  private static final Duration ONE_WORK_DAY = Duration.ofMinutes(450);

  /**
   * Yellow inside half the limit or one work day, whichever is less; red once the due time has
   * passed.
   */
  static Light at(Instant now, Instant start, Instant due, WorkCalendar calendar) {
    if (now.isAfter(due)) {
      return RED;
    }
    Duration half = calendar.workTimeBetween(start, due).dividedBy(2);
    Duration warning = half.compareTo(ONE_WORK_DAY) < 0 ? half : ONE_WORK_DAY;
    return calendar.remainingWork(now, due).compareTo(warning) > 0 ? GREEN : YELLOW;
  }
}
