package hotline.reporting.staffing;

import hotline.calendar.CalendarDay;
import hotline.calendar.WorkCalendar;
import java.time.LocalDate;

/**
 * Days on which citizens call alike: each work day of the week, make-up work days (调休上班日), the days
 * of a weekend, and holidays.
 */
public enum KindOfDay {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY,
  MAKE_UP_DAY,
  HOLIDAY;

  static KindOfDay of(LocalDate date, WorkCalendar calendar) {
    CalendarDay.Kind kind = calendar.day(date).kind();
    return switch (kind) {
      case MAKE_UP_DAY -> MAKE_UP_DAY;
      case HOLIDAY, DAY_OFF -> HOLIDAY;
      case WORK_DAY, REST_DAY -> valueOf(date.getDayOfWeek().name());
    };
  }
}
