package hotline.calendar;

import hotline.calendar.InputRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** The work intervals of all years, each year laid out when it is first asked for. */
final class Timeline {

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2199;
  private static final long SECONDS_OF_A_YEAR = 31_556_952L;

  private static final long LAST_MOMENT = nanos(Instant.parse("2199-12-31T00:00:00Z"));

  private final ZoneId zone;
  private final ZoneRules rules;
  private final Function<LocalDate, List<WorkWindow>> windowsOn;
  private final AtomicReferenceArray<WorkYear> years =
      new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

  Timeline(ZoneId zone, Function<LocalDate, List<WorkWindow>> windowsOn) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.windowsOn = windowsOn;
  }

  static long nanos(Instant instant) {
    int year = 1970 + (int) Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_YEAR);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new InputRefused(Reason.TIME_OUT_OF_RANGE, instant.toString());
    }
    return instant.getEpochSecond() * WorkYear.SECOND + instant.getNano();
  }

  /** Refuses moments after the years this library lays out. */
  static long inRange(long nanos) {
    if (nanos > LAST_MOMENT) {
      throw new InputRefused(Reason.TIME_OUT_OF_RANGE, instant(nanos).toString());
    }
    return nanos;
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, WorkYear.SECOND), Math.floorMod(nanos, WorkYear.SECOND));
  }

  WorkYear year(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new InputRefused(Reason.TIME_OUT_OF_RANGE, String.valueOf(year));
    }
    WorkYear known = years.get(year - FIRST_YEAR);
    if (known == null) {
      // Two threads may lay out the same year: both results are equal.
      known = new WorkYear(year, zone, windowsOn);
      years.set(year - FIRST_YEAR, known);
    }
    return known;
  }

  WorkYear yearAt(long moment) {
    long seconds = Math.floorDiv(moment, WorkYear.SECOND);
    WorkYear found = year(1970 + (int) Math.floorDiv(seconds, SECONDS_OF_A_YEAR));
    while (moment < found.from) {
      found = year(found.year - 1);
    }
    while (moment >= found.to) {
      found = year(found.year + 1);
    }
    return found;
  }

  long epochDay(long moment) {
    long seconds = Math.floorDiv(moment, WorkYear.SECOND);
    int offset = rules.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    return Math.floorDiv(seconds + offset, 86_400L);
  }

  /** Work time in {@code [from, to)}; {@code from <= to}. */
  long work(long from, long to) {
    WorkYear first = yearAt(from);
    WorkYear last = yearAt(to);
    long work = last.worked(to) - first.worked(from);
    for (int year = first.year; year < last.year; year++) {
      work += year(year).total;
    }
    return work;
  }

  /** The earliest moment by which that much work time has passed; {@code work > 0}. */
  long advance(long from, long work) {
    WorkYear year = yearAt(from);
    long target = year.worked(from) + work;
    while (target > year.total) {
      target -= year.total;
      year = year(year.year + 1);
    }
    return year.momentOf(target);
  }

  /** The first moment of work time at or after this one. */
  long nextWork(long moment) {
    WorkYear year = yearAt(moment);
    int interval = year.intervalAfter(moment);
    while (interval == year.intervals()) {
      year = year(year.year + 1);
      interval = year.intervalAfter(moment);
    }
    return Math.max(moment, year.open(interval));
  }

  /** The opening of the first work day after the local date of the moment. */
  long nextWorkDay(long moment) {
    long date = epochDay(moment);
    WorkYear year = yearAt(moment);
    int day = year.daysUpTo(date);
    while (day == year.days()) {
      year = year(year.year + 1);
      day = 0;
    }
    return year.openOfDay(day);
  }

  /** The first close of a work day at or after the moment. */
  long closeOfWorkDay(long moment) {
    long lastCounted = moment - 1;
    WorkYear year = yearAt(lastCounted);
    int interval = year.intervalAfter(lastCounted);
    while (interval == year.intervals()) {
      year = year(year.year + 1);
      interval = year.intervalAfter(lastCounted);
    }
    return year.closeOfDay(year.dayOf(interval));
  }

  /** Work days after the first date up to and including the second; {@code from <= to}. */
  long workDaysAfter(LocalDate from, LocalDate to) {
    long days =
        (long) year(to.getYear()).daysUpTo(to.toEpochDay())
            - year(from.getYear()).daysUpTo(from.toEpochDay());
    for (int year = from.getYear(); year < to.getYear(); year++) {
      days += year(year).days();
    }
    return days;
  }

  /** The n-th work day strictly after the date; {@code n > 0}. */
  LocalDate workDayAfter(LocalDate date, int n) {
    WorkYear year = year(date.getYear());
    int day = year.daysUpTo(date.toEpochDay()) + n - 1;
    while (day >= year.days()) {
      day -= year.days();
      year = year(year.year + 1);
    }
    return LocalDate.ofEpochDay(year.dateOf(day));
  }
}
