package hotline.bench;

import java.util.concurrent.TimeUnit;

/**
 * When the next case begins: at once, at a rate that does not care how busy the clients are, or at
 * a rate that forgives what could not begin in time.
 */
public final class Pace {

  private static final double NANOS = 1e9;

  private final boolean forgiving;
  private double perSecond;
  private long next;

  private Pace(double perSecond, boolean forgiving) {
    this.perSecond = perSecond;
    this.forgiving = forgiving;
    this.next = System.nanoTime();
  }

  /** Each client begins its next case when it is done with the one before. */
  public static Pace closedLoop() {
    return new Pace(0, false);
  }

  /** A case that could not begin in time begins late: nothing is left out. */
  public static Pace rate(double perSecond) {
    return new Pace(perSecond, false);
  }

  /** What could not begin while everything stood still is not made up for afterwards. */
  public static Pace atMost(double perSecond) {
    return new Pace(perSecond, true);
  }

  public synchronized void change(double rate) {
    perSecond = rate;
    next = Math.max(next, System.nanoTime());
  }

  /**
   * Waits until the next case is due.
   *
   * @return how late it begins: time that a citizen waited for a client, in nanoseconds
   */
  long await() throws InterruptedException {
    long due;
    synchronized (this) {
      if (perSecond == 0) {
        return 0;
      }
      if (forgiving) {
        next = Math.max(next, System.nanoTime());
      }
      due = next;
      next += (long) (NANOS / perSecond);
    }
    long early = due - System.nanoTime();
    if (early > 0) {
      TimeUnit.NANOSECONDS.sleep(early);
    }
    return Math.max(0, System.nanoTime() - due);
  }
}
