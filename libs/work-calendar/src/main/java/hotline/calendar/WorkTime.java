package hotline.calendar;

/** Time within the work windows, in nanoseconds. */
final class WorkTime implements Measure<Long> {

  private final Timeline timeline;

  WorkTime(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public Long between(long from, long to) {
    return timeline.work(from, to);
  }

  @Override
  public long advance(long from, Long amount) {
    return timeline.advance(from, amount);
  }

  @Override
  public Long plus(Long one, Long other) {
    return one + other;
  }

  @Override
  public Long minus(Long one, Long other) {
    return one - other;
  }
}
