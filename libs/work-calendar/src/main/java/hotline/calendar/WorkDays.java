package hotline.calendar;

/** Work days and fractions of them. */
final class WorkDays implements Measure<DayCount> {

  private final Timeline timeline;

  WorkDays(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public DayCount between(long from, long to) {
    WorkYear first = timeline.yearAt(from);
    WorkYear last = timeline.yearAt(to);
    DayCount days = position(last, to).minus(position(first, from));
    for (int year = first.year; year < last.year; year++) {
      days = days.plus(DayCount.of(timeline.year(year).days()));
    }
    return days;
  }

  @Override
  public long advance(long from, DayCount amount) {
    WorkYear year = timeline.yearAt(from);
    DayCount target = position(year, from).plus(amount);
    boolean atClose = target.isWhole();
    // A whole count is reached at the close of the day that completes it, not at the next opening.
    int day = target.wholeDays() - (atClose ? 1 : 0);
    while (day >= year.days()) {
      day -= year.days();
      year = timeline.year(year.year + 1);
    }
    if (atClose) {
      return year.closeOfDay(day);
    }
    return year.momentOf(year.beforeDay(day) + target.partOf(year.lengthOfDay(day)));
  }

  /** Work days of the year before the moment. */
  private static DayCount position(WorkYear year, long moment) {
    int interval = year.intervalAfter(moment);
    if (interval == year.intervals()) {
      return DayCount.of(year.days());
    }
    int day = year.dayOf(interval);
    return DayCount.of(day, year.worked(moment) - year.beforeDay(day), year.lengthOfDay(day));
  }

  @Override
  public DayCount plus(DayCount one, DayCount other) {
    return one.plus(other);
  }

  @Override
  public DayCount minus(DayCount one, DayCount other) {
    return one.minus(other);
  }
}
