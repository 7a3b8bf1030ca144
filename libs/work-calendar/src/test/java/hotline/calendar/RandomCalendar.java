package hotline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A calendar drawn at random, together with its own plain table of windows, kept apart from the
 * code under test.
 */
final class RandomCalendar {

  static final LocalDate FIRST = LocalDate.of(2025, 11, 15);
  static final int DAYS = 330;

  final ZoneId zone;
  final Map<LocalDate, List<WorkWindow>> table = new HashMap<>();
  private final List<DayOverride> overrides = new ArrayList<>();
  private final WeekPlan plan;
  private final Season season;
  private final List<List<WorkWindow>> shapes = new ArrayList<>();

  /**
   * With {@code equalDays} every work day is as long as every other, though not at the same hours.
   */
  RandomCalendar(Random random, boolean equalDays, ZoneId zone) {
    this.zone = zone;
    for (int i = equalDays ? 1 : 3; i > 0; i--) {
      shapes.add(windows(random));
    }
    this.plan = plan(random);
    LocalDate begins = FIRST.plusDays(random.nextInt(DAYS));
    this.season =
        random.nextInt(3) == 0
            ? new Season(
                MonthDay.from(begins),
                MonthDay.from(begins.plusDays(random.nextInt(60))),
                plan(random))
            : null;
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = FIRST.plusDays(i);
      WeekPlan week = season != null && within(season, date) ? season.plan() : plan;
      List<WorkWindow> ordinary = week.days().getOrDefault(date.getDayOfWeek(), List.of());
      table.put(date, ordinary);
      if (random.nextInt(8) == 0) {
        DayOverride override =
            ordinary.isEmpty() || random.nextInt(4) == 0
                ? new DayOverride(date, true, day(random), "extra")
                : DayOverride.dayOff(date, "off");
        overrides.add(override);
        table.put(date, override.windows());
      }
    }
  }

  boolean hasEqualDays() {
    return shapes.size() == 1 && zone.equals(Times.SHANGHAI);
  }

  RandomCalendar(RandomCalendar same) {
    this.zone = same.zone;
    this.plan = same.plan;
    this.season = same.season;
    this.table.putAll(same.table);
    this.overrides.addAll(same.overrides);
  }

  WorkCalendar build() {
    return builder().build();
  }

  /** The same calendar with one more day off. */
  WorkCalendar withDayOff(LocalDate date) {
    overrides.removeIf(override -> override.date().equals(date));
    overrides.add(DayOverride.dayOff(date, "one more"));
    table.put(date, List.of());
    return build();
  }

  private WorkCalendarBuilder builder() {
    WorkCalendarBuilder builder = WorkCalendar.builder().zone(zone).week(plan).withoutNotices();
    if (season != null) {
      builder.season(season);
    }
    overrides.forEach(builder::override);
    return builder;
  }

  private static boolean within(Season season, LocalDate date) {
    for (LocalDate day = date; day.isAfter(date.minusDays(61)); day = day.minusDays(1)) {
      if (MonthDay.from(day).equals(season.from())) {
        return true;
      }
      if (MonthDay.from(day.minusDays(1)).equals(season.to())) {
        return false;
      }
    }
    return false;
  }

  private WeekPlan plan(Random random) {
    Map<DayOfWeek, List<WorkWindow>> days = new EnumMap<>(DayOfWeek.class);
    days.put(DayOfWeek.of(1 + random.nextInt(3)), day(random));
    days.put(DayOfWeek.of(4 + random.nextInt(4)), day(random));
    boolean sameEveryDay = random.nextBoolean();
    List<WorkWindow> same = day(random);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(7) < 5) {
        days.put(day, sameEveryDay ? same : day(random));
      }
    }
    return new WeekPlan(days);
  }

  private List<WorkWindow> day(Random random) {
    return shifted(random, shapes.get(random.nextInt(shapes.size())));
  }

  private static List<WorkWindow> shifted(Random random, List<WorkWindow> windows) {
    int room = 24 * 60 - windows.get(windows.size() - 1).toMinute();
    int early = windows.get(0).fromMinute();
    int shift = random.nextInt(room + early + 1) - early;
    return windows.stream()
        .map(window -> new WorkWindow(window.fromMinute() + shift, window.toMinute() + shift))
        .toList();
  }

  /** One to three windows, some touching, some from or to midnight. */
  private static List<WorkWindow> windows(Random random) {
    if (random.nextInt(12) == 0) {
      return List.of(new WorkWindow(0, 24 * 60));
    }
    List<WorkWindow> windows = new ArrayList<>();
    // No edge between 01:00 and 03:00, where clocks are changed and an edge means nothing.
    int from = random.nextInt(6) == 0 ? 0 : 180 + random.nextInt(400);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count && from < 1_400; i++) {
      int to = Math.max(181, from + 60 + random.nextInt(300));
      if (to > 1_300 && random.nextBoolean()) {
        to = 24 * 60;
      }
      to = Math.min(24 * 60, to);
      windows.add(new WorkWindow(from, to));
      from = to + (random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(120));
    }
    return windows;
  }
}
