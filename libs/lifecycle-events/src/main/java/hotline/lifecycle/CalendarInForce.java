package hotline.lifecycle;

import hotline.calendar.DayOverride;
import hotline.calendar.HolidayNotice;
import hotline.calendar.Season;
import hotline.calendar.WeekPlan;
import hotline.calendar.WorkCalendar;
import hotline.calendar.WorkCalendarBuilder;
import hotline.calendar.WorkWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The work calendar by which the city's clocks run (工作日历), whole, on a compacted topic of its own:
 * whoever computes work time reads it there.
 *
 * @param version each adoption has the next one
 * @param adoptedAt since when it is in force
 * @param zone such as {@code Asia/Shanghai}
 * @param week the days of an ordinary week on which people work
 * @param notices of the years that are known (放假安排)
 * @param dates of this city, stronger than any notice
 */
public record CalendarInForce(
    int version,
    Instant adoptedAt,
    String zone,
    List<WeekDay> week,
    List<SeasonDays> seasons,
    List<Notice> notices,
    List<Date> dates) {

  public static final String TYPE = "hotline.calendar.in-force.v1";

  /** The key of the record: there is one calendar. */
  public static final String KEY = "calendar:city";

  /**
   * A day of the week with its windows.
   *
   * @param day 1 for Monday to 7 for Sunday
   * @param windows such as {@code 08:30-12:00}
   */
  public record WeekDay(int day, List<String> windows) {}

  /**
   * A part of every year with windows of its own, both days included.
   *
   * @param from such as {@code 06-01}
   */
  public record SeasonDays(String from, String to, List<WeekDay> week) {}

  /** The holiday notice of a year. */
  public record Notice(int year, List<Date> days) {}

  /**
   * A holiday, a make-up day or another date that differs.
   *
   * @param windows of a work day; empty for those of the week
   */
  public record Date(LocalDate date, boolean workDay, String name, List<String> windows) {

    private static Date of(DayOverride day) {
      return new Date(day.date(), day.workDay(), day.name(), texts(day.windows()));
    }

    private DayOverride override() {
      return new DayOverride(date, workDay, parsed(windows), name);
    }
  }

  public static CalendarInForce of(int version, Instant adoptedAt, WorkCalendar calendar) {
    return new CalendarInForce(
        version,
        adoptedAt,
        calendar.zone().getId(),
        week(calendar.week()),
        calendar.seasons().stream()
            .map(
                season ->
                    new SeasonDays(text(season.from()), text(season.to()), week(season.plan())))
            .toList(),
        calendar.notices().stream()
            .map(notice -> new Notice(notice.year(), notice.days().stream().map(Date::of).toList()))
            .toList(),
        calendar.overrides().stream().map(Date::of).toList());
  }

  /** To compute with. */
  public WorkCalendar calendar() {
    WorkCalendarBuilder builder = WorkCalendar.builder().zone(ZoneId.of(zone)).week(plan(week));
    seasons.forEach(
        season ->
            builder.season(new Season(day(season.from()), day(season.to()), plan(season.week()))));
    notices.forEach(
        notice ->
            builder.notice(
                new HolidayNotice(
                    notice.year(),
                    List.of(),
                    notice.days().stream().map(Date::override).toList())));
    dates.forEach(date -> builder.override(date.override()));
    return builder.build();
  }

  private static List<WeekDay> week(WeekPlan plan) {
    return plan.days().entrySet().stream()
        .map(day -> new WeekDay(day.getKey().getValue(), texts(day.getValue())))
        .toList();
  }

  private static WeekPlan plan(List<WeekDay> week) {
    Map<DayOfWeek, List<WorkWindow>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach(day -> days.put(DayOfWeek.of(day.day()), parsed(day.windows())));
    return new WeekPlan(days);
  }

  private static List<String> texts(List<WorkWindow> windows) {
    return windows.stream().map(WorkWindow::format).toList();
  }

  private static List<WorkWindow> parsed(List<String> windows) {
    return windows.stream().map(WorkWindow::parse).toList();
  }

  private static String text(MonthDay day) {
    return day.toString().substring(2);
  }

  private static MonthDay day(String text) {
    return MonthDay.parse("--" + text);
  }
}
