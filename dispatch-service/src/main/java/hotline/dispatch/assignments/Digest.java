package hotline.dispatch.assignments;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What waits for a unit and those below it, in five numbers (每日提醒). Days are those of the city.
 *
 * @param newToday came today and are open
 * @param toSign the number of the inbox's tab to-sign
 * @param dueToday a clock is due later today
 * @param overdue the number of the inbox's tab overdue
 * @param sentBack replies that have to be written anew
 */
@Schema(name = "InboxDigest")
public record Digest(long newToday, long toSign, long dueToday, long overdue, long sentBack) {

  /** A day of the city; the end belongs to the next one. */
  record Day(Instant begins, Instant ends) {

    static Day of(Instant now) {
      LocalDate day = now.atZone(CityTime.CITY).toLocalDate();
      return new Day(
          day.atStartOfDay(CityTime.CITY).toInstant(),
          day.plusDays(1).atStartOfDay(CityTime.CITY).toInstant());
    }
  }
}
