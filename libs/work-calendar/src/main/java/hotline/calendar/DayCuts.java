package hotline.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * Cuts time at the edges of days and work windows and names what the calendar says of each piece.
 */
final class DayCuts {

  record Piece(SpanReason reason, String label, boolean guessed, long from, long to) {}

  private final WorkCalendar calendar;

  DayCuts(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  void cut(long from, long to, Consumer<Piece> pieces) {
    ZoneId zone = calendar.zone();
    LocalDate date = LocalDate.ofEpochDay(calendar.timeline().epochDay(from));
    long moment = from;
    while (moment < to) {
      long midnight = Timeline.nanos(date.plusDays(1).atStartOfDay(zone).toInstant());
      long end = Math.min(to, midnight);
      cutDay(calendar.day(date), moment, end, pieces);
      moment = end;
      date = date.plusDays(1);
    }
  }

  /** All of {@code [from, to)} lies on the day. */
  private void cutDay(CalendarDay day, long from, long to, Consumer<Piece> pieces) {
    if (!day.isWorkDay()) {
      pieces.accept(new Piece(reasonOff(day), day.name(), day.guessed(), from, to));
      return;
    }
    SpanReason work =
        day.kind() == CalendarDay.Kind.MAKE_UP_DAY ? SpanReason.MAKE_UP_DAY : SpanReason.WORK_TIME;
    long moment = from;
    while (moment < to) {
      WorkYear year = calendar.timeline().yearAt(moment);
      int interval = year.intervalAfter(moment);
      boolean laterToday =
          interval < year.intervals()
              && year.dateOf(year.dayOf(interval)) == day.date().toEpochDay();
      long opens = laterToday ? year.open(interval) : Long.MAX_VALUE;
      if (opens <= moment) {
        long end = Math.min(to, year.close(interval));
        pieces.accept(new Piece(work, day.name(), day.guessed(), moment, end));
        moment = end;
      } else {
        long end = Math.min(to, opens);
        boolean beforeFirst = laterToday && year.openOfDay(year.dayOf(interval)) == opens;
        SpanReason rest = laterToday && !beforeFirst ? SpanReason.BREAK : SpanReason.OUT_OF_HOURS;
        pieces.accept(new Piece(rest, "", day.guessed(), moment, end));
        moment = end;
      }
    }
  }

  private static SpanReason reasonOff(CalendarDay day) {
    return switch (day.kind()) {
      case HOLIDAY -> SpanReason.HOLIDAY;
      case DAY_OFF -> SpanReason.DAY_OFF;
      case REST_DAY, WORK_DAY, MAKE_UP_DAY -> SpanReason.REST_DAY;
    };
  }
}
