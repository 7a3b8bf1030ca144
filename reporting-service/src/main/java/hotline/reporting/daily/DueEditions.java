package hotline.reporting.daily;

import hotline.reporting.headline.Period;
import java.time.Duration;
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

  /** What is read to about now is not older than that. */
  static final Duration LAG = Duration.ofMinutes(10);

  private DueEditions() {}

  /** When the edition of a day is made, and until when everything must be known for it. */
  static Instant due(LocalDate day, LocalTime at) {
    return day.plusDays(1).atTime(at).atZone(Period.ZONE).toInstant();
  }

  /** When somebody may make it at the earliest, and until when everything must be known for it. */
  static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Period.ZONE).toInstant();
  }

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
    if (!begun(newest, first)) {
      return List.of();
    }
    LocalDate back = newest.minusDays(MOST_DAYS_BACK - 1L);
    return Stream.iterate(
            first.isBefore(back) ? back : first,
            day -> !day.isAfter(newest),
            day -> day.plusDays(1))
        .filter(day -> !made.contains(day))
        .toList();
  }

  /**
   * Whether the hotline has begun its work by then: before its first case it had no reports, and
   * what its log will tell of earlier days, as after a rebuild, is not known yet.
   */
  static boolean begun(LocalDate newest, LocalDate first) {
    return first != null && !first.isAfter(newest);
  }

  /** Whether somebody may make it at once: the day is over, and the clock would make it. */
  static boolean mayBeMade(LocalDate day, LocalDate today) {
    return day.isBefore(today) && !day.isBefore(today.minusDays(MOST_DAYS_BACK));
  }
}
