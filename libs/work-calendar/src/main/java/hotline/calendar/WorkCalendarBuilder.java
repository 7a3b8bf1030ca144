package hotline.calendar;

import hotline.calendar.InputRefused.Reason;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Collects and checks the data of a {@link WorkCalendar}. */
public final class WorkCalendarBuilder {

  // Not a leap year's: a season from or to 29 February is then its neighbour's.
  private static final int ANY_LEAP_YEAR = 2024;

  ZoneId zone = ZoneId.of("Asia/Shanghai");
  WeekPlan plan = WeekPlan.mondayToFriday("08:30-12:00,13:30-17:30");
  final List<Season> seasons = new ArrayList<>();
  final Map<Integer, HolidayNotice> notices = new TreeMap<>();
  final Map<LocalDate, DayOverride> overrides = new HashMap<>();
  boolean followsNotices = true;

  WorkCalendarBuilder() {}

  public WorkCalendarBuilder zone(ZoneId changed) {
    zone = Objects.requireNonNull(changed, "zone");
    return this;
  }

  public WorkCalendarBuilder week(WeekPlan changed) {
    plan = Objects.requireNonNull(changed, "plan");
    return this;
  }

  /** Windows of their own for a part of every year. */
  public WorkCalendarBuilder season(Season season) {
    for (Season other : seasons) {
      LocalDate date = LocalDate.of(ANY_LEAP_YEAR, 1, 1);
      for (; date.getYear() == ANY_LEAP_YEAR; date = date.plusDays(1)) {
        if (season.contains(date) && other.contains(date)) {
          throw new InputRefused(Reason.SEASONS_OVERLAP, MonthDay.from(date).toString());
        }
      }
    }
    seasons.add(season);
    return this;
  }

  /** Monday to Friday with other windows in summer, both days included. */
  public WorkCalendarBuilder summer(MonthDay from, MonthDay to, String windows) {
    return season(new Season(from, to, WeekPlan.mondayToFriday(windows)));
  }

  /** Adds the notice of a year that has none yet. */
  public WorkCalendarBuilder notice(HolidayNotice notice) {
    if (notices.containsKey(notice.year())) {
      throw new InputRefused(Reason.NOTICE_YEAR_TWICE, String.valueOf(notice.year()));
    }
    return replaceNotice(notice);
  }

  /** Puts a corrected notice in the place of the one of the same year, if any. */
  public WorkCalendarBuilder replaceNotice(HolidayNotice notice) {
    notices.put(notice.year(), notice);
    return this;
  }

  /** A date of this organisation, stronger than any notice. */
  public WorkCalendarBuilder override(DayOverride day) {
    if (overrides.putIfAbsent(day.date(), day) != null) {
      throw new InputRefused(Reason.DATE_TWICE, day.date().toString());
    }
    return this;
  }

  /** For an organisation to which holiday notices do not apply: no year is ever missing. */
  public WorkCalendarBuilder withoutNotices() {
    notices.clear();
    followsNotices = false;
    return this;
  }

  public WorkCalendar build() {
    boolean works = !plan.days().isEmpty();
    for (Season season : seasons) {
      works |= !season.plan().days().isEmpty();
    }
    if (!works) {
      throw new InputRefused(Reason.NO_WORK_TIME, zone.getId());
    }
    WorkCalendar calendar = new WorkCalendar(this);
    for (DayOverride day : overrides.values()) {
      if (day.workDay() && calendar.day(day.date()).windows().isEmpty()) {
        throw new InputRefused(Reason.WORK_DAY_WITHOUT_WINDOWS, day.date().toString());
      }
    }
    return calendar;
  }

  /** All days of all notices; a later notice corrects a December day of an earlier one. */
  Map<LocalDate, DayOverride> holidays() {
    Map<LocalDate, DayOverride> days = new HashMap<>();
    for (HolidayNotice notice : notices.values()) {
      for (DayOverride day : notice.days()) {
        days.put(day.date(), day);
      }
    }
    return days;
  }
}
