package hotline.dispatch.timekeeping;

import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.calendar.CalendarDay;
import hotline.calendar.WorkCalendar;
import hotline.calendar.WorkWindow;
import hotline.dispatch.limits.AdoptedCalendar;
import hotline.dispatch.limits.CalendarVersions;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The versions of the calendar as people read them. */
@ApplicationScoped
class CalendarPages {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private final DataSource database;
  private final CalendarVersions versions;
  private final Recomputations recomputations;
  private final MissingYears missing;
  private final TimeRulesInForce timeRules;

  CalendarPages(
      DataSource database,
      CalendarVersions versions,
      Recomputations recomputations,
      MissingYears missing,
      TimeRulesInForce timeRules) {
    this.database = database;
    this.versions = versions;
    this.recomputations = recomputations;
    this.missing = missing;
    this.timeRules = timeRules;
  }

  /** What a version says of one date. */
  @Schema(name = "CalendarDay")
  public record Day(
      LocalDate date,
      @Schema(enumeration = {"WORK_DAY", "MAKE_UP_DAY", "REST_DAY", "HOLIDAY", "DAY_OFF"})
          String kind,
      List<String> windows,
      String name,
      boolean guessed) {

    private static Day of(CalendarDay day) {
      return new Day(
          day.date(),
          day.kind().name(),
          day.windows().stream().map(WorkWindow::format).toList(),
          day.name(),
          day.guessed());
    }
  }

  /** A list that is whole. */
  @Schema(name = "CalendarYear")
  public record Year(int version, int year, boolean hasNotice, List<Day> days) {}

  /** A list that is whole, the newest first. */
  @Schema(name = "CalendarVersions")
  public record Versions(List<CalendarView> items, long count) {}

  CalendarView inForce() {
    return read(
        tx -> {
          int newest = versions.newest(tx);
          return view(tx, versions.find(tx, newest).orElseThrow(), newest);
        });
  }

  CalendarView version(int version) {
    return read(
        tx ->
            view(
                tx,
                versions.find(tx, version).orElseThrow(CalendarPages::unknown),
                versions.newest(tx)));
  }

  Versions all() {
    return read(
        tx -> {
          int newest = versions.newest(tx);
          List<CalendarView> items = new ArrayList<>();
          for (AdoptedCalendar adopted : versions.all(tx)) {
            items.add(view(tx, adopted, newest));
          }
          return new Versions(items, items.size());
        });
  }

  Year year(int version, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Invalid(
          "year", "not-a-year", "年份应在 2000 至 2199 之间。", "The year must be from 2000 to 2199.");
    }
    read(tx -> versions.find(tx, version).orElseThrow(CalendarPages::unknown));
    WorkCalendar calendar = timeRules.calendar(version);
    List<Day> days = new ArrayList<>();
    for (LocalDate date = LocalDate.of(year, 1, 1);
        date.getYear() == year;
        date = date.plusDays(1)) {
      days.add(Day.of(calendar.day(date)));
    }
    return new Year(version, year, calendar.hasDataFor(year), days);
  }

  private CalendarView view(Connection tx, AdoptedCalendar of, int newest) throws SQLException {
    return CalendarView.of(
        of,
        of.version() == newest,
        missing.of(of.content().calendar()),
        recomputations.find(tx, of.reckoning()).orElse(null));
  }

  private static NotFound unknown() {
    return new NotFound("工作日历版本", "version of the calendar");
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Calendars cannot be read", e);
    }
  }
}
