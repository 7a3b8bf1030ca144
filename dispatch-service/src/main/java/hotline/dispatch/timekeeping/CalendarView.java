package hotline.dispatch.timekeeping;

import hotline.calendar.CalendarYearMissing;
import hotline.dispatch.limits.AdoptedCalendar;
import hotline.dispatch.limits.CalendarContent.DateEntry;
import hotline.dispatch.limits.CalendarContent.NoticeEntry;
import hotline.dispatch.limits.CalendarContent.SeasonEntry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of the calendar.
 *
 * @param years for which the holiday notice is there
 * @param missing years within three months whose notice is not there: their days are guessed
 * @param recomputation null when it moved nothing, as the first version
 */
@Schema(name = "Calendar")
public record CalendarView(
    int version,
    boolean inForce,
    List<DayOfWeek> workDays,
    List<String> windows,
    List<SeasonEntry> seasons,
    List<DateEntry> dates,
    List<Integer> years,
    List<Missing> missing,
    String reason,
    String adoptedBy,
    String adoptedName,
    Instant adoptedAt,
    RecomputationView recomputation) {

  /** A year without its notice, and from which day on the weekly rule alone speaks. */
  @Schema(name = "CalendarYearMissing")
  public record Missing(int year, LocalDate firstGuessedDay, String zh, String en) {

    static Missing of(CalendarYearMissing year) {
      return new Missing(year.year(), year.firstGuessedDay(), year.zh(), year.en());
    }
  }

  static CalendarView of(
      AdoptedCalendar of,
      boolean inForce,
      List<CalendarYearMissing> missing,
      RecomputationView recomputation) {
    return new CalendarView(
        of.version(),
        inForce,
        of.content().workDays().stream().sorted().toList(),
        of.content().windows(),
        of.content().seasons(),
        of.content().dates(),
        of.content().notices().stream().map(NoticeEntry::year).toList(),
        missing.stream().map(Missing::of).toList(),
        of.reason(),
        of.adoptedBy(),
        of.adoptedName(),
        of.adoptedAt(),
        recomputation);
  }
}
