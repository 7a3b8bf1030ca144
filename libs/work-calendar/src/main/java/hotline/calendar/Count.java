package hotline.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One due time being counted: a stage for the limit, and one for each other kind of time that
 * extensions add.
 */
final class Count {

  static final long HOUR = 3_600 * WorkYear.SECOND;

  /**
   * A part of the count in one kind of time. It starts, waits for its start rule, lets the rest of
   * an uncounted first day pass, reaches its amount, and is due by its end rule: each moment is at
   * or after the one before.
   */
  record Stage(
      KindOfTime kind,
      long amount,
      long start,
      long from,
      long countedFrom,
      long reached,
      long due) {}

  private final WorkCalendar calendar;
  private final Timeline timeline;
  private final LimitRule rule;
  private final Pauses pauses;
  private final List<Stage> stages = new ArrayList<>(2);

  private Count(ClockTerms terms, WorkCalendar calendar) {
    this.calendar = calendar;
    this.timeline = calendar.timeline();
    this.rule = terms.rule();
    this.pauses = Pauses.of(terms.pauses());
  }

  static Count of(ClockTerms terms, WorkCalendar calendar) {
    Count count = new Count(terms, calendar);
    Limit limit = terms.rule().limit();
    KindOfTime first = limit.unit().kind();
    long amount = amount(limit);
    Map<KindOfTime, Long> others = new EnumMap<>(KindOfTime.class);
    for (Extension extension : terms.extensions()) {
      if (extension.by().unit().kind() == first) {
        amount += amount(extension.by());
      } else {
        others.merge(extension.by().unit().kind(), amount(extension.by()), Long::sum);
      }
    }
    count.add(first, amount, Timeline.nanos(terms.start()), terms.rule().startRule());
    others.forEach((kind, more) -> count.add(kind, more, count.due(), StartRule.IMMEDIATELY));
    return count;
  }

  private static long amount(Limit limit) {
    return switch (limit.unit()) {
      case NATURAL_MINUTE -> limit.amount() * (HOUR / 60);
      case NATURAL_HOUR, WORK_HOUR -> limit.amount() * HOUR;
      case NATURAL_DAY -> limit.amount() * (24 * HOUR);
      case WORK_DAY -> limit.amount();
    };
  }

  long from() {
    return stages.get(0).from();
  }

  long due() {
    return stages.get(stages.size() - 1).due();
  }

  KindOfTime kind() {
    return stages.get(0).kind();
  }

  List<Stage> stages() {
    return stages;
  }

  Pauses pauses() {
    return pauses;
  }

  private void add(KindOfTime kind, long amount, long start, StartRule startRule) {
    long from =
        switch (startRule) {
          case IMMEDIATELY -> start;
          case NEXT_WORK_MINUTE -> timeline.nextWork(start);
          case NEXT_WORK_DAY -> timeline.nextWorkDay(start);
        };
    stages.add(
        switch (kind) {
          case NATURAL -> stage(kind, new NaturalTime(), amount, start, from);
          case WORK -> stage(kind, new WorkTime(timeline), amount, start, from);
          case WORK_DAYS ->
              startRule == StartRule.NEXT_WORK_DAY
                  ? wholeDays(amount, start, from, from)
                  : workDays(amount, start, from);
        });
  }

  private Stage stage(KindOfTime kind, Measure<Long> measure, long amount, long start, long from) {
    long reached = pauses.advance(measure, from, amount);
    long due =
        switch (rule.endRule()) {
          case EXACT -> reached;
          case END_OF_WORK_DAY -> {
            long unpausedDue = timeline.closeOfWorkDay(measure.advance(from, amount));
            yield pauses.advance(measure, from, measure.between(from, unpausedDue));
          }
        };
    return new Stage(kind, amount, start, from, from, reached, due);
  }

  private Stage workDays(long amount, long start, long from) {
    long closeOfFirstDay = closeOfDayOf(from);
    if (rule.endRule() == EndRule.END_OF_WORK_DAY) {
      return wholeDays(amount, start, from, closeOfFirstDay);
    }
    long reached = pauses.advance(new WorkDays(timeline), from, DayCount.of(amount));
    long due = startsAtOpening(from, closeOfFirstDay) ? nextRunning(reached) : reached;
    return new Stage(KindOfTime.WORK_DAYS, amount, start, from, from, reached, due);
  }

  /**
   * The rest of the first day is not one of the n days, yet a pause on it takes time away like any
   * other.
   */
  private Stage wholeDays(long amount, long start, long from, long countedFrom) {
    WorkDays days = new WorkDays(timeline);
    DayCount limit = DayCount.of(amount);
    long reached = pauses.advance(days, countedFrom, limit);
    long due = pauses.advance(days, from, limit.plus(days.between(from, countedFrom)));
    return new Stage(KindOfTime.WORK_DAYS, amount, start, from, countedFrom, reached, due);
  }

  /**
   * The close of the work day on whose date the moment lies; the moment itself on a day off or
   * after the close.
   */
  private long closeOfDayOf(long moment) {
    // A stage that ended at 24:00 ended on that day: what follows it does not begin on the next.
    if (!stages.isEmpty() && timeline.closeOfWorkDay(moment) == moment) {
      return moment;
    }
    WorkYear year = timeline.yearAt(moment);
    int interval = year.intervalAfter(moment);
    if (interval == year.intervals()) {
      return moment;
    }
    int day = year.dayOf(interval);
    return year.dateOf(day) == timeline.epochDay(moment) ? year.closeOfDay(day) : moment;
  }

  /**
   * Whether the count begins at an opening later today or now, rather than within a window or after
   * the last close.
   */
  private boolean startsAtOpening(long from, long closeOfFirstDay) {
    if (from == closeOfFirstDay) {
      return false;
    }
    WorkYear year = timeline.yearAt(from);
    long opening = year.open(year.intervalAfter(from));
    return from <= opening && pauses.endOfPauseAt(opening) == opening;
  }

  /** The first moment at or after this one at which work time counts and nothing pauses. */
  private long nextRunning(long moment) {
    long next = timeline.nextWork(moment);
    long resumed = pauses.endOfPauseAt(next);
    return resumed == next ? next : nextRunning(resumed);
  }

  List<CalendarYearMissing> warnings() {
    boolean asksTheCalendar =
        rule.startRule() != StartRule.IMMEDIATELY || rule.endRule() != EndRule.EXACT;
    for (Stage stage : stages) {
      asksTheCalendar |= stage.kind() != KindOfTime.NATURAL;
    }
    if (!asksTheCalendar) {
      return List.of();
    }
    LocalDate from = LocalDate.ofEpochDay(timeline.epochDay(stages.get(0).start()));
    LocalDate to = LocalDate.ofEpochDay(timeline.epochDay(due()));
    return calendar.missingBetween(from, to);
  }
}
