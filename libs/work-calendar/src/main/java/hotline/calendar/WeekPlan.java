package hotline.calendar;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The work windows of each day of the week (作息时间); a day without windows is a rest day. */
public record WeekPlan(Map<DayOfWeek, List<WorkWindow>> days) {

  public WeekPlan {
    Map<DayOfWeek, List<WorkWindow>> ordered = new EnumMap<>(DayOfWeek.class);
    days.forEach(
        (day, windows) -> {
          if (!windows.isEmpty()) {
            ordered.put(Objects.requireNonNull(day, "day"), WorkWindow.ordered(windows));
          }
        });
    days = Collections.unmodifiableMap(ordered);
  }

  /** Monday to Friday with the same windows, as in {@code 08:30-12:00,13:30-17:30}. */
  public static WeekPlan mondayToFriday(String windows) {
    Map<DayOfWeek, List<WorkWindow>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        days.put(day, WorkWindow.parseAll(windows));
      }
    }
    return new WeekPlan(days);
  }

  /** All seven days with the same windows. */
  public static WeekPlan everyDay(String windows) {
    Map<DayOfWeek, List<WorkWindow>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, WorkWindow.parseAll(windows));
    }
    return new WeekPlan(days);
  }

  public List<WorkWindow> windowsOn(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  /**
   * The windows of a make-up work day: its own if the plan has some, else those of the first work
   * day of the week.
   */
  List<WorkWindow> makeUpWindowsOn(DayOfWeek day) {
    if (days.containsKey(day)) {
      return days.get(day);
    }
    return days.values().stream().findFirst().orElse(List.of());
  }
}
