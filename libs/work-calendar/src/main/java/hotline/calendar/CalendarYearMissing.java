package hotline.calendar;

import java.time.LocalDate;

/**
 * A warning: the result rests on days of which no holiday notice is known, from {@code
 * firstGuessedDay} on, and was computed with the weekly rule alone.
 */
public record CalendarYearMissing(int year, LocalDate firstGuessedDay) {

  public String zh() {
    return year + "年放假安排尚未导入，自" + firstGuessedDay + "起按每周作息估算";
  }

  public String en() {
    return "No calendar for "
        + year
        + ": days from "
        + firstGuessedDay
        + " are taken by the weekly rule alone";
  }
}
