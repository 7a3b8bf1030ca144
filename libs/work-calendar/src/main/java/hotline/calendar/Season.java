package hotline.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;

/**
 * A part of every year, both ends included, with windows of its own (夏令作息); it may run over the
 * turn of the year.
 */
public record Season(MonthDay from, MonthDay to, WeekPlan plan) {

  public Season {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(plan, "plan");
  }

  boolean contains(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean afterStart = !day.isBefore(from);
    boolean beforeEnd = !day.isAfter(to);
    return from.isAfter(to) ? afterStart || beforeEnd : afterStart && beforeEnd;
  }
}
