package hotline.calendar;

/** Time as every clock on the wall counts it, in nanoseconds. */
final class NaturalTime implements Measure<Long> {

  @Override
  public Long between(long from, long to) {
    return to - from;
  }

  @Override
  public long advance(long from, Long amount) {
    return Timeline.inRange(from + amount);
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
