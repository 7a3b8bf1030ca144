package hotline.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; any number of raises before it looks count as one. */
final class Signal {

  private final Semaphore raised = new Semaphore(0);

  void raise() {
    if (raised.availablePermits() == 0) {
      raised.release();
    }
  }

  /** True when raised before or while waiting. */
  boolean await(Duration limit) throws InterruptedException {
    boolean woken = raised.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    raised.drainPermits();
    return woken;
  }
}
