package hotline.relay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits not at all, and counts how often it was asked to wait for the surroundings. */
final class Patient implements Delivery.Patience {

  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();

  @Override
  public void await(Duration time, Throwable fault) {
    (fault == null ? pauses : faults).incrementAndGet();
    Thread.yield();
  }

  int faults() {
    return faults.get();
  }

  int pauses() {
    return pauses.get();
  }
}
