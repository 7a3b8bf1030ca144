package hotline.intake.texting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of the city's day in which no citizen is woken by a message (勿扰时段), over midnight when
 * they begin later than they end; none when both are the same.
 *
 * @param from the first moment of them
 * @param to the first moment after them
 */
record QuietHours(LocalTime from, LocalTime to) {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /** The moment itself, or the end of the quiet hours in which it lies. */
  Instant outside(Instant at) {
    ZonedDateTime local = at.atZone(CITY);
    if (!contains(local.toLocalTime())) {
      return at;
    }
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }

  private boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isAfter(to) ? begun || !over : begun && !over;
  }
}
