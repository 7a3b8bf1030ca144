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

  private static final long MINUTE = 60 * WorkYear.SECOND;

  /**
   * A part of the count in one kind of time: where it starts, from where it counts, and where it is
   * reached.
   */
  record Stage(
      KindOfTime kind, long amount, StartRule startRule, long start, long from, long due) {}

  private final WorkCalendar calendar;
  private final Timeline timeline;
  private final LimitRule rule;
  private final Pauses pauses;
  private final List<Stage> stages = new ArrayList<>();

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
    Map<KindOfTime, Long> amounts = new EnumMap<>(KindOfTime.class);
    amounts.put(first, amount(limit));
    for (Extension extension : terms.extensions()) {
      amounts.merge(extension.by().unit().kind(), amount(extension.by()), Math::addExact);
    }
    count.add(first, amounts.remove(first), Timeline.nanos(terms.start()));
    amounts.forEach((kind, amount) -> count.add(kind, amount, count.due()));
    return count;
  }

  private static long amount(Limit limit) {
    return switch (limit.unit()) {
      case NATURAL_MINUTE -> limit.amount() * MINUTE;
      case NATURAL_HOUR, WORK_HOUR -> limit.amount() * 60 * MINUTE;
      case NATURAL_DAY -> limit.amount() * 24 * 60 * MINUTE;
      case WORK_DAY -> limit.amount();
    };
  }

  long due() {
    return stages.get(stages.size() - 1).due();
  }

  long countedFrom() {
    return stages.get(0).from();
  }

  List<Stage> stages() {
    return stages;
  }

  Pauses pauses() {
    return pauses;
  }

  /**
   * What an extension adds in another kind of time starts at once where the stage before it ended.
   */
  private void add(KindOfTime kind, long amount, long start) {
    StartRule startRule = stages.isEmpty() ? rule.startRule() : StartRule.IMMEDIATELY;
    long from =
        switch (startRule) {
          case IMMEDIATELY -> start;
          case NEXT_WORK_MINUTE -> timeline.nextWork(start);
          case NEXT_WORK_DAY -> timeline.nextWorkDay(start);
        };
    long due =
        switch (kind) {
          case NATURAL -> dueOf(new NaturalTime(), from, amount);
          case WORK -> dueOf(new WorkTime(timeline), from, amount);
          case WORK_DAYS -> dueOfWorkDays(startRule, from, amount);
        };
    stages.add(new Stage(kind, amount, startRule, start, from, due));
  }

  private long dueOf(Measure<Long> measure, long from, long amount) {
    long span =
        switch (rule.endRule()) {
          case EXACT -> amount;
          case END_OF_WORK_DAY ->
              measure.between(from, timeline.closeOfWorkDay(measure.advance(from, amount)));
        };
    return pauses.advance(measure, from, span);
  }

  private long dueOfWorkDays(StartRule startRule, long from, long amount) {
    WorkDays days = new WorkDays(timeline);
    DayCount limit = DayCount.of(amount);
    if (startRule == StartRule.NEXT_WORK_DAY) {
      return pauses.advance(days, from, limit);
    }
    long closeOfFirstDay = closeOfDayOf(from);
    if (rule.endRule() == EndRule.END_OF_WORK_DAY) {
      // The day of the start is not one of the n, yet a pause on it takes time away like any other.
      DayCount restOfFirstDay = days.between(from, Math.max(from, closeOfFirstDay));
      return pauses.advance(days, from, days.plus(limit, restOfFirstDay));
    }
    long reached = pauses.advance(days, from, limit);
    return startsAtOpening(from, closeOfFirstDay) ? nextRunning(reached) : reached;
  }

  /**
   * The close of the work day on whose date the moment lies; the moment itself on a day off or
   * after the close.
   */
  private long closeOfDayOf(long moment) {
    if (!stages.isEmpty() && timeline.closeOfWorkDay(moment) == moment) {
      // A stage that ended at 24:00 ended on that day, not on the next.
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
    long opening = timeline.nextWork(from);
    boolean inWindow = timeline.work(from - 1, from) > 0;
    return !inWindow && pauses.endOfPauseAt(opening) == opening;
  }

  /** The first moment at or after this one at which work time counts and nothing pauses. */
  private long nextRunning(long moment) {
    long next = timeline.nextWork(moment);
    long resumed = pauses.endOfPauseAt(next);
    return resumed == next ? next : nextRunning(resumed);
  }

  List<CalendarYearMissing> warnings() {
    boolean rests = rule.startRule() != StartRule.IMMEDIATELY || rule.endRule() != EndRule.EXACT;
    for (Stage stage : stages) {
      rests |= stage.kind() != KindOfTime.NATURAL;
    }
    if (!rests) {
      return List.of();
    }
    LocalDate from = LocalDate.ofEpochDay(timeline.epochDay(stages.get(0).start()));
    LocalDate to = LocalDate.ofEpochDay(timeline.epochDay(due()));
    return calendar.missingBetween(from, to);
  }
}
