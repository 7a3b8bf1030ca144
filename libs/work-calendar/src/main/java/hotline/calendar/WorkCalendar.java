package hotline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When an organisation works: windows of the week, seasons, holidays and make-up days (工作日历).
 * Immutable and safe to share; keep one per organisation, since it lays out each year once.
 */
public final class WorkCalendar {

  /** Notices have so far ruled days of the year before from this day of December on. */
  private static final int FIRST_DECEMBER_DAY_OF_NEXT_NOTICE = 29;

  private final ZoneId zone;
  private final WeekPlan plan;
  private final List<Season> seasons;
  private final List<HolidayNotice> notices;
  private final Map<LocalDate, DayOverride> holidays;
  private final Map<LocalDate, DayOverride> overrides;
  private final Set<Integer> noticeYears;
  private final boolean followsNotices;
  private final Timeline timeline;

  WorkCalendar(WorkCalendarBuilder from) {
    zone = from.zone;
    plan = from.plan;
    seasons = List.copyOf(from.seasons);
    notices = List.copyOf(from.notices.values());
    holidays = Map.copyOf(from.holidays());
    overrides = Map.copyOf(from.overrides);
    noticeYears = Set.copyOf(from.notices.keySet());
    followsNotices = from.followsNotices;
    timeline = new Timeline(zone, date -> day(date).windows());
  }

  /**
   * The holidays and make-up days of China 2007 to 2026, 08:30-12:00 and 13:30-17:30,
   * Asia/Shanghai.
   */
  public static WorkCalendar china() {
    return ChinaNotices.CALENDAR;
  }

  /**
   * An empty calendar to fill: Asia/Shanghai, Monday to Friday 08:30-12:00 and 13:30-17:30, no
   * notice.
   */
  public static WorkCalendarBuilder builder() {
    return new WorkCalendarBuilder();
  }

  /** A copy to change, as when an administrator previews an edit. */
  public WorkCalendarBuilder toBuilder() {
    WorkCalendarBuilder copy = builder().zone(zone).week(plan);
    seasons.forEach(copy::season);
    notices.forEach(copy::notice);
    overrides.values().forEach(copy::override);
    return followsNotices ? copy : copy.withoutNotices();
  }

  public ZoneId zone() {
    return zone;
  }

  /** The windows of an ordinary week, outside every season. */
  public WeekPlan week() {
    return plan;
  }

  public List<Season> seasons() {
    return seasons;
  }

  /** The dates of this organisation that differ from week, seasons and notices, by date. */
  public List<DayOverride> overrides() {
    return overrides.values().stream().sorted(Comparator.comparing(DayOverride::date)).toList();
  }

  /** The notices that it knows, the earliest year first. */
  public List<HolidayNotice> notices() {
    return notices;
  }

  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofEpochDay(timeline.epochDay(Timeline.nanos(instant)));
  }

  /** What this calendar says of a date. */
  public CalendarDay day(LocalDate date) {
    DayOverride own = overrides.get(date);
    DayOverride rule = own != null ? own : holidays.get(date);
    WeekPlan week = planOn(date);
    List<WorkWindow> ordinary = week.windowsOn(date.getDayOfWeek());
    boolean guessed = guesses(date);
    if (rule == null) {
      CalendarDay.Kind kind =
          ordinary.isEmpty() ? CalendarDay.Kind.REST_DAY : CalendarDay.Kind.WORK_DAY;
      return new CalendarDay(date, kind, ordinary, "", guessed);
    }
    if (!rule.workDay()) {
      CalendarDay.Kind kind = own != null ? CalendarDay.Kind.DAY_OFF : CalendarDay.Kind.HOLIDAY;
      return new CalendarDay(date, kind, List.of(), rule.name(), guessed);
    }
    CalendarDay.Kind kind =
        ordinary.isEmpty() ? CalendarDay.Kind.MAKE_UP_DAY : CalendarDay.Kind.WORK_DAY;
    List<WorkWindow> windows =
        rule.windows().isEmpty() ? week.makeUpWindowsOn(date.getDayOfWeek()) : rule.windows();
    return new CalendarDay(date, kind, windows, rule.name(), guessed);
  }

  private WeekPlan planOn(LocalDate date) {
    for (Season season : seasons) {
      if (season.contains(date)) {
        return season.plan();
      }
    }
    return plan;
  }

  public boolean isWorkDay(LocalDate date) {
    return day(date).isWorkDay();
  }

  /** Whether the holiday notice of the year is known, or the calendar follows no notices. */
  public boolean hasDataFor(int year) {
    return !followsNotices || noticeYears.contains(year);
  }

  /** Whether the notice that rules the date is unknown, so that only the weekly rule speaks. */
  private boolean guesses(LocalDate date) {
    return !overrides.containsKey(date)
        && !holidays.containsKey(date)
        && (!hasDataFor(date.getYear())
            || (isRuledByNextNotice(date) && !hasDataFor(date.getYear() + 1)));
  }

  private static boolean isRuledByNextNotice(LocalDate date) {
    return date.getMonth() == Month.DECEMBER
        && date.getDayOfMonth() >= FIRST_DECEMBER_DAY_OF_NEXT_NOTICE;
  }

  /**
   * The years whose notice is missing for a span of dates, both ends included, each with its first
   * guessed day.
   */
  public List<CalendarYearMissing> missingBetween(LocalDate from, LocalDate to) {
    List<CalendarYearMissing> missing = new ArrayList<>();
    int last = isRuledByNextNotice(to) ? to.getYear() + 1 : to.getYear();
    for (int year = from.getYear(); year <= last; year++) {
      if (!hasDataFor(year)) {
        LocalDate ruledFrom =
            hasDataFor(year - 1)
                ? LocalDate.of(year - 1, Month.DECEMBER, FIRST_DECEMBER_DAY_OF_NEXT_NOTICE)
                : LocalDate.of(year, Month.JANUARY, 1);
        missing.add(new CalendarYearMissing(year, ruledFrom.isBefore(from) ? from : ruledFrom));
      }
    }
    return List.copyOf(missing);
  }

  /**
   * Work days after the first date up to and including the second; negative when the second is
   * earlier.
   */
  public long workDaysAfter(LocalDate from, LocalDate toInclusive) {
    return toInclusive.isBefore(from)
        ? -timeline.workDaysAfter(toInclusive, from)
        : timeline.workDaysAfter(from, toInclusive);
  }

  /** The n-th work day strictly after the date. */
  public LocalDate workDayAfter(LocalDate date, int n) {
    if (n <= 0) {
      throw new IllegalArgumentException("n must be positive: " + n);
    }
    return timeline.workDayAfter(date, n);
  }

  public boolean isWorkTime(Instant instant) {
    long moment = Timeline.nanos(instant);
    return timeline.nextWork(moment) == moment;
  }

  /** The moment itself if people work then, else the next opening. */
  public Instant nextWorkTime(Instant instant) {
    return Timeline.instant(timeline.nextWork(Timeline.nanos(instant)));
  }

  /** The close of the first work day that ends at or after the moment. */
  public Instant endOfWorkDay(Instant instant) {
    return Timeline.instant(timeline.closeOfWorkDay(Timeline.nanos(instant)));
  }

  /** Work time between two moments; negative when the second is earlier. */
  public Duration workTimeBetween(Instant from, Instant to) {
    return workTimeBetween(from, to, List.of());
  }

  /** Work time between two moments, pauses not counted; negative when the second is earlier. */
  public Duration workTimeBetween(Instant from, Instant to, List<Pause> pauses) {
    return to.isBefore(from)
        ? workTimeBetween(to, from, pauses).negated()
        : Duration.ofNanos(
            Pauses.of(pauses)
                .between(new WorkTime(timeline), Timeline.nanos(from), Timeline.nanos(to)));
  }

  /** Whole minutes of {@link #workTimeBetween}, rounded towards zero. */
  public long workMinutesBetween(Instant from, Instant to) {
    return workTimeBetween(from, to).toMinutes();
  }

  /** Work time left until the due time; negative by the work time overdue. */
  public Duration remainingWork(Instant now, Instant due) {
    return workTimeBetween(now, due);
  }

  Timeline timeline() {
    return timeline;
  }
}
