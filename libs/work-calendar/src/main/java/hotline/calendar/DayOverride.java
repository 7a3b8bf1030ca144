package hotline.calendar;

import hotline.calendar.InputRefused.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One date that differs from the weekly rule: a day off, or a work day with windows of its own or,
 * when the list is empty, those of the weekly plan.
 */
public record DayOverride(LocalDate date, boolean workDay, List<WorkWindow> windows, String name) {

  public DayOverride {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(name, "name");
    windows = WorkWindow.ordered(windows);
    if (!workDay && !windows.isEmpty()) {
      throw new InputRefused(Reason.DAY_OFF_WITH_WINDOWS, date.toString());
    }
  }

  public static DayOverride dayOff(LocalDate date, String name) {
    return new DayOverride(date, false, List.of(), name);
  }

  public static DayOverride workDay(LocalDate date, String name) {
    return new DayOverride(date, true, List.of(), name);
  }

  public static DayOverride workDay(LocalDate date, String windows, String name) {
    return new DayOverride(date, true, WorkWindow.parseAll(windows), name);
  }
}
