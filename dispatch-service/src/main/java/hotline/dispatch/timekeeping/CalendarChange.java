package hotline.dispatch.timekeeping;

import hotline.access.Violations;
import hotline.calendar.DayOverride;
import hotline.calendar.HolidayNotice;
import hotline.calendar.WorkWindow;
import hotline.dispatch.limits.CalendarContent;
import hotline.dispatch.limits.CalendarContent.DateEntry;
import hotline.dispatch.limits.CalendarContent.NoticeDay;
import hotline.dispatch.limits.CalendarContent.NoticeEntry;
import hotline.dispatch.limits.CalendarContent.SeasonEntry;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an administrator changes of the calendar in force: a part that is left out stays as it is.
 *
 * @param notices each takes the place of the one of its year, or is added
 * @param dates all of them
 * @param reason why; needed to adopt, not to preview
 */
@Schema(name = "CalendarChange")
public record CalendarChange(
    List<DayOfWeek> workDays,
    List<String> windows,
    List<SeasonEntry> seasons,
    List<NoticeEntry> notices,
    List<DateEntry> dates,
    String reason) {

  static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 50;
  private static final int MOST_WINDOWS = 8;
  private static final int MOST_SEASONS = 6;
  private static final int MOST_NOTICES = 30;
  private static final int MOST_DAYS = 366;
  private static final int MOST_DATES = 1000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  /** The calendar in force with this change; refuses what is wrong, all of it at once. */
  CalendarContent on(CalendarContent inForce) {
    Violations wrong = new Violations();
    wrong.require(
        workDays != null || windows != null || seasons != null || notices != null || dates != null,
        "notices",
        "nothing-to-change",
        "没有要修改的内容。请导入放假安排，或修改作息时段、季节作息、特殊日期。",
        "Nothing is to be changed. Import a notice, or change windows, seasons or dates.");
    checkWeek(wrong);
    checkSeasons(wrong);
    checkNotices(wrong);
    checkDates(wrong);
    wrong.throwIfAny();
    CalendarContent changed =
        new CalendarContent(
            workDays == null ? inForce.workDays() : workDays.stream().distinct().sorted().toList(),
            windows == null ? inForce.windows() : List.copyOf(windows),
            seasons == null ? inForce.seasons() : List.copyOf(seasons),
            notices == null ? inForce.notices() : merged(inForce.notices()),
            dates == null ? inForce.dates() : List.copyOf(dates));
    // What only shows when all parts meet: seasons that overlap, a calendar without work.
    Refused.by(wrong, seasons == null ? "dates" : "seasons", changed::calendar);
    wrong.throwIfAny();
    return changed;
  }

  /** Who adopts says why. */
  void requireReason() {
    new Violations()
        .required(reason, "reason")
        .atMost(reason, LONGEST_REASON, "reason")
        .throwIfAny();
  }

  private List<NoticeEntry> merged(List<NoticeEntry> known) {
    Map<Integer, NoticeEntry> byYear = new TreeMap<>();
    known.forEach(notice -> byYear.put(notice.year(), notice));
    notices.forEach(notice -> byYear.put(notice.year(), notice));
    return List.copyOf(byYear.values());
  }

  private void checkWeek(Violations wrong) {
    if (workDays != null) {
      wrong.require(
          !workDays.isEmpty() && !workDays.contains(null),
          "workDays",
          "required",
          "请至少选择一个工作日。",
          "Choose at least one work day.");
    }
    if (windows != null) {
      checkWindows(wrong, windows, "windows", true);
    }
  }

  private static void checkWindows(
      Violations wrong, List<String> windows, String field, boolean needed) {
    if (windows == null || windows.isEmpty()) {
      wrong.require(!needed, field, "required", "请至少填写一个工作时段。", "Give at least one window.");
      return;
    }
    if (few(wrong, windows, MOST_WINDOWS, field)) {
      Refused.by(wrong, field, () -> windowsOf(windows));
    }
  }

  /** A text with a comma is not taken for two windows. */
  private static void windowsOf(List<String> windows) {
    windows.forEach(WorkWindow::parse);
    WorkWindow.parseAll(String.join(",", windows));
  }

  private void checkSeasons(Violations wrong) {
    if (seasons == null || !few(wrong, seasons, MOST_SEASONS, "seasons")) {
      return;
    }
    for (int i = 0; i < seasons.size(); i++) {
      SeasonEntry season = seasons.get(i);
      String field = "seasons[" + i + "]";
      if (season == null) {
        wrong.required(null, field);
        continue;
      }
      wrong.required(season.name(), field + ".name");
      wrong.atMost(season.name(), LONGEST_NAME, field + ".name");
      checkDayOfYear(wrong, season.from(), field + ".from");
      checkDayOfYear(wrong, season.to(), field + ".to");
      checkWindows(wrong, season.windows(), field + ".windows", true);
    }
  }

  private static void checkDayOfYear(Violations wrong, String text, String field) {
    boolean readable = text != null;
    try {
      readable = readable && SeasonEntry.day(text) != null;
    } catch (DateTimeException unreadable) {
      readable = false;
    }
    wrong.require(
        readable, field, "not-a-day", "请按“月-日”填写，例如 06-01。", "Give month and day, such as 06-01.");
  }

  private void checkNotices(Violations wrong) {
    if (notices == null || !few(wrong, notices, MOST_NOTICES, "notices")) {
      return;
    }
    HashSet<Integer> years = new HashSet<>();
    for (int i = 0; i < notices.size(); i++) {
      NoticeEntry notice = notices.get(i);
      String field = "notices[" + i + "]";
      if (notice == null) {
        wrong.required(null, field);
        continue;
      }
      boolean year =
          notice.year() != null && notice.year() >= FIRST_YEAR && notice.year() <= LAST_YEAR;
      wrong.require(
          year,
          field + ".year",
          "not-a-year",
          "年份应在 2000 至 2199 之间。",
          "The year must be from 2000 to 2199.");
      wrong.require(
          notice.year() == null || years.add(notice.year()),
          field + ".year",
          "notice-year-twice",
          "同一年度的放假安排出现两次。",
          "The notice of a year is given twice.");
      List<DayOverride> days = days(wrong, notice, field + ".days");
      if (year && days != null) {
        Refused.by(wrong, field + ".days", () -> new HolidayNotice(notice.year(), List.of(), days));
      }
    }
  }

  /** Null when they cannot be read. */
  private static List<DayOverride> days(Violations wrong, NoticeEntry notice, String field) {
    if (notice.days() == null) {
      wrong.required(null, field);
      return null;
    }
    if (!few(wrong, notice.days(), MOST_DAYS, field)) {
      return null;
    }
    List<DayOverride> days = new ArrayList<>();
    for (int i = 0; i < notice.days().size(); i++) {
      NoticeDay day = notice.days().get(i);
      if (day == null || day.date() == null || day.isOffDay() == null || blank(day.name())) {
        wrong.add(
            field + "[" + i + "]",
            "incomplete",
            "每一天都要有名称 name、日期 date、是否休息 isOffDay。",
            "Each day needs a name, a date and isOffDay.");
      } else {
        wrong.atMost(day.name(), LONGEST_NAME, field + "[" + i + "].name");
        days.add(
            day.isOffDay()
                ? DayOverride.dayOff(day.date(), day.name())
                : DayOverride.workDay(day.date(), day.name()));
      }
    }
    return days.size() == notice.days().size() ? days : null;
  }

  private void checkDates(Violations wrong) {
    if (dates == null || !few(wrong, dates, MOST_DATES, "dates")) {
      return;
    }
    HashSet<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < dates.size(); i++) {
      DateEntry date = dates.get(i);
      String field = "dates[" + i + "]";
      if (date == null || date.date() == null || date.isOffDay() == null || blank(date.name())) {
        wrong.add(
            field,
            "incomplete",
            "每个日期都要有名称、日期、是否休息。",
            "Each date needs a name, a date and isOffDay.");
        continue;
      }
      wrong.atMost(date.name(), LONGEST_NAME, field + ".name");
      wrong.require(
          date.date().getYear() >= FIRST_YEAR && date.date().getYear() <= LAST_YEAR,
          field + ".date",
          "not-a-year",
          "年份应在 2000 至 2199 之间。",
          "The year must be from 2000 to 2199.");
      wrong.require(
          seen.add(date.date()),
          field + ".date",
          "date-twice",
          "同一日期出现两次：" + date.date() + "。",
          "A date is given twice: " + date.date() + ".");
      checkWindows(wrong, date.windows(), field + ".windows", false);
      wrong.require(
          !date.isOffDay() || date.windows() == null || date.windows().isEmpty(),
          field + ".windows",
          "day-off-with-windows",
          "休息日不应有工作时段。",
          "A day off has no windows.");
    }
  }

  private static boolean few(Violations wrong, List<?> given, int most, String field) {
    wrong.require(
        given.size() <= most,
        field,
        "too-many",
        "最多 " + most + " 项。",
        "At most " + most + " entries.");
    return given.size() <= most;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
