package hotline.dispatch.limits;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hotline.calendar.DayOverride;
import hotline.calendar.HolidayNotice;
import hotline.calendar.Season;
import hotline.calendar.WeekPlan;
import hotline.calendar.WorkCalendar;
import hotline.calendar.WorkCalendarBuilder;
import hotline.calendar.WorkWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a calendar says, as people write it and as it is kept.
 *
 * @param workDays of an ordinary week
 * @param windows of each work day, such as {@code 08:30-12:00}
 * @param dates of this city, stronger than any notice
 */
public record CalendarContent(
    List<DayOfWeek> workDays,
    List<String> windows,
    List<SeasonEntry> seasons,
    List<NoticeEntry> notices,
    List<DateEntry> dates) {

  /**
   * Other windows for a part of every year (夏令作息), both days included.
   *
   * @param from such as {@code 06-01}
   */
  @Schema(name = "CalendarSeason")
  public record SeasonEntry(String name, String from, String to, List<String> windows) {

    Season season(List<DayOfWeek> workDays) {
      return new Season(day(from), day(to), plan(workDays, windows));
    }

    /** Reads {@code 06-01}. */
    public static MonthDay day(String text) {
      return MonthDay.parse("--" + text);
    }
  }

  /** The holiday notice of a year (放假通知), as holiday-cn writes it. */
  @Schema(name = "HolidayNotice")
  @JsonIgnoreProperties({"$schema", "$id", "papers"})
  public record NoticeEntry(Integer year, List<NoticeDay> days) {

    HolidayNotice notice() {
      return new HolidayNotice(year, List.of(), days.stream().map(NoticeDay::day).toList());
    }
  }

  /** A holiday, or a day on which people work instead (调休上班). */
  @Schema(name = "HolidayNoticeDay")
  public record NoticeDay(String name, LocalDate date, Boolean isOffDay) {

    DayOverride day() {
      return new DayOverride(date, !isOffDay, List.of(), name);
    }
  }

  /**
   * One date of this city that differs.
   *
   * @param windows of a work day; null or empty for those of the week
   */
  @Schema(name = "CalendarDate")
  public record DateEntry(LocalDate date, Boolean isOffDay, String name, List<String> windows) {

    DayOverride day() {
      return new DayOverride(
          date,
          !isOffDay,
          windows == null || windows.isEmpty()
              ? List.of()
              : WorkWindow.parseAll(String.join(",", windows)),
          name);
    }
  }

  /** The calendar that says so; refuses what cannot be computed with. */
  public WorkCalendar calendar() {
    WorkCalendarBuilder builder = WorkCalendar.builder().week(plan(workDays, windows));
    seasons.forEach(season -> builder.season(season.season(workDays)));
    notices.forEach(notice -> builder.notice(notice.notice()));
    dates.forEach(date -> builder.override(date.day()));
    return builder.build();
  }

  /** The shipped calendar of the library, in the words of this record. */
  static CalendarContent shipped() {
    WorkCalendar china = WorkCalendar.china();
    Map<DayOfWeek, List<WorkWindow>> week = china.week().days();
    return new CalendarContent(
        List.copyOf(week.keySet()),
        week.values().iterator().next().stream().map(WorkWindow::format).toList(),
        List.of(),
        china.notices().stream()
            .map(
                notice ->
                    new NoticeEntry(
                        notice.year(),
                        notice.days().stream()
                            .map(day -> new NoticeDay(day.name(), day.date(), !day.workDay()))
                            .toList()))
            .toList(),
        List.of());
  }

  static WeekPlan plan(List<DayOfWeek> workDays, List<String> windows) {
    List<WorkWindow> ofADay = WorkWindow.parseAll(String.join(",", windows));
    Map<DayOfWeek, List<WorkWindow>> days = new HashMap<>();
    workDays.forEach(day -> days.put(day, ofADay));
    return new WeekPlan(days);
  }
}
