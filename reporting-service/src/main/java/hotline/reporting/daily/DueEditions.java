package hotline.reporting.daily;

import hotline.reporting.headline.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Of which days an edition must be there: calendar days, whatever is worked on them. */
final class DueEditions {

  /** Days that are made up for after the service was away. */
  static final int MOST_DAYS_BACK = 31;

  private DueEditions() {}

  /** The newest day whose edition is due: each on the morning after it. */
  static LocalDate newest(Instant now, LocalTime at) {
    ZonedDateTime here = now.atZone(Period.ZONE);
    LocalDate yesterday = here.toLocalDate().minusDays(1);
    return here.toLocalTime().isBefore(at) ? yesterday.minusDays(1) : yesterday;
  }

  /**
   * The days that are missing, oldest first.
   *
   * @param first day of which anything is counted; null when nothing is
   */
  static List<LocalDate> missing(LocalDate newest, LocalDate first, Set<LocalDate> made) {
    LocalDate back = newest.minusDays(MOST_DAYS_BACK - 1L);
    // Before its first case the hotline had no reports; today's is there even if nothing happened.
    LocalDate begin = first == null || first.isAfter(newest) ? newest : first;
    return Stream.iterate(
            begin.isBefore(back) ? back : begin,
            day -> !day.isAfter(newest),
            day -> day.plusDays(1))
        .filter(day -> !made.contains(day))
        .toList();
  }

  /** Whether somebody may make it at once: the day is over, and the clock would make it. */
  static boolean mayBeMade(LocalDate day, LocalDate today) {
    return day.isBefore(today) && !day.isBefore(today.minusDays(MOST_DAYS_BACK));
  }
}
