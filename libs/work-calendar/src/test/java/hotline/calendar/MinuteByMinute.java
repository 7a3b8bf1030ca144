package hotline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Counts due times naively, one minute after the other, over a plain table: slow, and so simple
 * that it can be believed. Starts and pauses lie on whole minutes.
 */
final class MinuteByMinute {

  /** Where the count ends; within a minute when a fraction of a long day falls on a short one. */
  record End(Instant minute, boolean within) {}

  private static final BitSet NEVER = new BitSet();

  private final RandomCalendar calendar;
  private final Instant origin;
  private final boolean[] works;
  private final int[] dates;

  /** What a minute of that day adds to a work day of {@link #wholeDay} parts. */
  private final long[] parts;

  private long wholeDay = 1;

  MinuteByMinute(RandomCalendar calendar) {
    this.calendar = calendar;
    this.origin = RandomCalendar.FIRST.atStartOfDay(calendar.zone).toInstant();
    int minutes = (RandomCalendar.DAYS - 1) * 24 * 60;
    works = new boolean[minutes];
    dates = new int[minutes];
    parts = new long[minutes];
    for (int i = 0; i < minutes; i += 60) {
      layOutHour(i, instant(i).atZone(calendar.zone).toLocalDateTime());
    }
    layOutParts();
  }

  private void layOutHour(int first, LocalDateTime local) {
    LocalDate date = local.toLocalDate();
    for (int i = 0; i < 60; i++) {
      int minute = local.getHour() * 60 + i;
      dates[first + i] = (int) date.toEpochDay();
      for (WorkWindow window : calendar.table.get(date)) {
        works[first + i] |= window.fromMinute() <= minute && minute < window.toMinute();
      }
    }
  }

  private void layOutParts() {
    long[] lengths = new long[works.length];
    for (int i = 0; i < works.length; ) {
      int end = i;
      long length = 0;
      while (end < works.length && dates[end] == dates[i]) {
        length += works[end] ? 1 : 0;
        end++;
      }
      if (length > 0) {
        wholeDay = wholeDay / gcd(wholeDay, length) * length;
      }
      for (; i < end; i++) {
        lengths[i] = length;
      }
    }
    for (int i = 0; i < works.length; i++) {
      parts[i] = works[i] ? wholeDay / lengths[i] : 0;
    }
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  End due(ClockTerms terms) {
    BitSet paused = paused(terms.pauses());
    LimitRule rule = terms.rule();
    int from = minute(terms.start());
    switch (rule.startRule()) {
      case NEXT_WORK_MINUTE -> {
        while (!works[from]) {
          from++;
        }
      }
      case NEXT_WORK_DAY -> {
        int date = dates[from];
        while (!works[from] || dates[from] == date) {
          from++;
        }
      }
      case IMMEDIATELY -> {}
    }
    KindOfTime first = rule.limit().unit().kind();
    List<KindOfTime> order = new ArrayList<>(List.of(KindOfTime.values()));
    order.remove(first);
    order.add(0, first);
    End end = new End(instant(from), false);
    boolean chained = false;
    for (KindOfTime kind : order) {
      long amount = kind == first ? inMinutesOrDays(rule.limit()) : 0;
      for (Extension extension : terms.extensions()) {
        amount += extension.by().unit().kind() == kind ? inMinutesOrDays(extension.by()) : 0;
      }
      if (amount > 0) {
        StartRule start = chained ? StartRule.IMMEDIATELY : rule.startRule();
        end = stage(kind, amount, minute(end.minute()), start, rule.endRule(), paused, chained);
        chained = true;
      }
    }
    return end;
  }

  private static long inMinutesOrDays(Limit limit) {
    return switch (limit.unit()) {
      case NATURAL_MINUTE -> limit.amount();
      case NATURAL_HOUR, WORK_HOUR -> limit.amount() * 60L;
      case NATURAL_DAY -> limit.amount() * 60L * 24;
      case WORK_DAY -> limit.amount();
    };
  }

  private End stage(
      KindOfTime kind,
      long amount,
      int from,
      StartRule start,
      EndRule endRule,
      BitSet paused,
      boolean chained) {
    if (kind != KindOfTime.WORK_DAYS) {
      if (endRule == EndRule.EXACT) {
        return count(kind, from, amount, paused);
      }
      int unpaused = closeAtOrAfter(minute(count(kind, from, amount, NEVER).minute()));
      return count(kind, from, sum(kind, from, unpaused), paused);
    }
    long target = amount * wholeDay;
    boolean dayOfStartIsOver = chained && isClose(from);
    if (start == StartRule.NEXT_WORK_DAY) {
      return count(kind, from, target, paused);
    }
    int endOfDate = from;
    while (dates[endOfDate] == dates[from]) {
      endOfDate++;
    }
    if (endRule == EndRule.END_OF_WORK_DAY) {
      long rest = dayOfStartIsOver ? 0 : sum(kind, from, endOfDate);
      return count(kind, from, target + rest, paused);
    }
    End end = count(kind, from, target, paused);
    int opening = from;
    while (opening < endOfDate && !works[opening]) {
      opening++;
    }
    boolean anOpeningIsToCome = opening < endOfDate && !dayOfStartIsOver;
    boolean atOpening =
        opening > from
            || opening == 0
            || !works[opening - 1]
            || dates[opening - 1] != dates[opening];
    if (anOpeningIsToCome && atOpening && !paused.get(opening) && !end.within()) {
      int running = minute(end.minute());
      while (!works[running] || paused.get(running)) {
        running++;
      }
      return new End(instant(running), false);
    }
    return end;
  }

  private End count(KindOfTime kind, int from, long amount, BitSet paused) {
    long counted = 0;
    int minute = from;
    while (counted < amount) {
      counted += paused.get(minute) ? 0 : weight(kind, minute);
      minute++;
    }
    return counted == amount ? new End(instant(minute), false) : new End(instant(minute - 1), true);
  }

  private long sum(KindOfTime kind, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += weight(kind, i);
    }
    return sum;
  }

  private long weight(KindOfTime kind, int minute) {
    return switch (kind) {
      case NATURAL -> 1;
      case WORK -> works[minute] ? 1 : 0;
      case WORK_DAYS -> parts[minute];
    };
  }

  private boolean isClose(int minute) {
    return minute > 0 && closeAtOrAfter(minute) == minute;
  }

  private int closeAtOrAfter(int minute) {
    for (int close = Math.max(1, minute); ; close++) {
      if (works[close - 1]) {
        boolean moreToday = false;
        for (int i = close; dates[i] == dates[close - 1]; i++) {
          moreToday |= works[i];
        }
        if (!moreToday) {
          return close;
        }
      }
    }
  }

  private BitSet paused(List<Pause> pauses) {
    BitSet paused = new BitSet();
    for (Pause pause : pauses) {
      paused.set(minute(pause.from()), minute(pause.to()));
    }
    return paused;
  }

  long workMinutes(Instant from, Instant to) {
    return sum(KindOfTime.WORK, minute(from), minute(to));
  }

  private int minute(Instant instant) {
    return (int) Duration.between(origin, instant).toMinutes();
  }

  Instant instant(int minute) {
    return origin.plus(Duration.ofMinutes(minute));
  }

  LocalDate date(Instant instant) {
    return LocalDate.ofEpochDay(dates[minute(instant)]);
  }

  RandomCalendar calendar() {
    return calendar;
  }
}
