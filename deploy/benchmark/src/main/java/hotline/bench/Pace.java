package hotline.bench;

import java.util.concurrent.TimeUnit;

/** When the next case begins: at once, or at a rate that does not care how busy the clients are. */
public final class Pace {

  private static final double NANOS = 1e9;

  private double perSecond;
  private long next;

  private Pace(double perSecond) {
    this.perSecond = perSecond;
    this.next = System.nanoTime();
  }

  /** Each client begins its next case when it is done with the one before. */
  public static Pace closedLoop() {
    return new Pace(0);
  }

  public static Pace rate(double perSecond) {
    return new Pace(perSecond);
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
