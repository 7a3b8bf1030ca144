package hotline.dispatch.assignments;

import hotline.calendar.LimitRule;
import java.time.Duration;
import java.time.Instant;

/**
 * By when a merged case has to be answered: its main case must not be answered later.
 *
 * @param start from when its limit counts
 */
public record LentClock(Instant start, LimitRule rule) {

  /** It ends then, whatever the calendar says: that was promised to its citizen. */
  public static LentClock until(Instant due, Instant receivedAt) {
    long minutes = Math.max(1, Duration.between(receivedAt, due).toMinutes());
    return new LentClock(due.minus(Duration.ofMinutes(minutes)), PartLimits.minutes(minutes));
  }
}
