package hotline.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One local year, flattened to sorted half-open work intervals in nanoseconds of the epoch, for
 * binary search.
 */
final class WorkYear {

  static final long SECOND = 1_000_000_000L;

  final int year;

  /** The first moment of the year, and of the next. */
  final long from;

  final long to;

  /** Work time of the year. */
  final long total;

  /** Work intervals, and the work time of the year before each. */
  private final long[] opens;

  private final long[] closes;
  private final long[] before;
  private final int[] dayOf;

  /** Work days: their dates, their first interval, and one entry more than there are days. */
  private final int[] dates;

  private final int[] firstInterval;

  WorkYear(int year, ZoneId zone, Function<LocalDate, List<WorkWindow>> windowsOn) {
    this.year = year;
    LocalDate first = LocalDate.of(year, 1, 1);
    from = nanos(first, 0, zone);
    to = nanos(first.plusYears(1), 0, zone);
    Columns columns = new Columns();
    for (LocalDate date = first; date.getYear() == year; date = date.plusDays(1)) {
      columns.addDay(date, windowsOn.apply(date), zone);
    }
    opens = Arrays.copyOf(columns.opens, columns.intervals);
    closes = Arrays.copyOf(columns.closes, columns.intervals);
    before = Arrays.copyOf(columns.before, columns.intervals);
    dayOf = Arrays.copyOf(columns.dayOf, columns.intervals);
    dates = Arrays.copyOf(columns.dates, columns.days);
    firstInterval = Arrays.copyOf(columns.firstInterval, columns.days + 1);
    firstInterval[columns.days] = columns.intervals;
    total = columns.total;
  }

  int days() {
    return dates.length;
  }

  int intervals() {
    return opens.length;
  }

  long open(int interval) {
    return opens[interval];
  }

  long close(int interval) {
    return closes[interval];
  }

  int dayOf(int interval) {
    return dayOf[interval];
  }

  long dateOf(int day) {
    return dates[day];
  }

  long openOfDay(int day) {
    return opens[firstInterval[day]];
  }

  long closeOfDay(int day) {
    return closes[firstInterval[day + 1] - 1];
  }

  /** Work time of the year before the day. */
  long beforeDay(int day) {
    return day == dates.length ? total : before[firstInterval[day]];
  }

  long lengthOfDay(int day) {
    return beforeDay(day + 1) - beforeDay(day);
  }

  /** The first interval that closes after the moment; {@link #intervals} when there is none. */
  int intervalAfter(long moment) {
    int low = 0;
    int high = closes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (closes[middle] > moment) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Work time of the year before the moment. */
  long worked(long moment) {
    int interval = intervalAfter(moment);
    if (interval == opens.length) {
      return total;
    }
    return before[interval] + Math.max(0, moment - opens[interval]);
  }

  /**
   * The earliest moment at which that much work time of the year has passed; {@code 0 < work <=
   * total}.
   */
  long momentOf(long work) {
    int index = Arrays.binarySearch(before, work);
    // Not found: the insertion point. Found: the boundary belongs to the interval that closes with
    // it.
    int interval = (index < 0 ? -index - 1 : index) - 1;
    return opens[interval] + work - before[interval];
  }

  /** How many work days of the year lie on or before the date. */
  int daysUpTo(long epochDay) {
    int index = Arrays.binarySearch(dates, (int) epochDay);
    return index < 0 ? -index - 1 : index + 1;
  }

  private static long nanos(LocalDate date, int minute, ZoneId zone) {
    LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
    return Math.multiplyExact(local.atZone(zone).toEpochSecond(), SECOND);
  }

  private static final class Columns {
    private long[] opens = new long[1024];
    private long[] closes = new long[1024];
    private long[] before = new long[1024];
    private int[] dayOf = new int[1024];
    private final int[] dates = new int[366];
    private final int[] firstInterval = new int[367];
    private int intervals;
    private int firstOfDay;
    private int days;
    private long total;

    void addDay(LocalDate date, List<WorkWindow> windows, ZoneId zone) {
      firstOfDay = intervals;
      for (WorkWindow window : windows) {
        // The hour the clocks skip may push an end past the next beginning.
        long floor = intervals == firstOfDay ? Long.MIN_VALUE : closes[intervals - 1];
        addInterval(
            Math.max(floor, nanos(date, window.fromMinute(), zone)),
            nanos(date, window.toMinute(), zone));
      }
      if (intervals > firstOfDay) {
        dates[days] = (int) date.toEpochDay();
        firstInterval[days] = firstOfDay;
        days++;
      }
    }

    private void addInterval(long open, long close) {
      if (open >= close) {
        return;
      }
      if (intervals > firstOfDay && closes[intervals - 1] == open) {
        closes[intervals - 1] = close;
        total += close - open;
        return;
      }
      if (intervals == opens.length) {
        int larger = intervals * 2;
        opens = Arrays.copyOf(opens, larger);
        closes = Arrays.copyOf(closes, larger);
        before = Arrays.copyOf(before, larger);
        dayOf = Arrays.copyOf(dayOf, larger);
      }
      opens[intervals] = open;
      closes[intervals] = close;
      before[intervals] = total;
      dayOf[intervals] = days;
      total += close - open;
      intervals++;
    }
  }
}
