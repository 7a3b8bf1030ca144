package hotline.dispatch.assignments;

import hotline.calendar.LimitRule;
import java.time.Instant;

/**
 * By when a merged case has to be answered: its main case must not be answered later.
 *
 * @param start from when its limit counts
 */
public record LentClock(Instant start, LimitRule rule) {}
