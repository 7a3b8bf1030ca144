package hotline.relay;

import java.time.Duration;
import java.util.List;

/** Ends threads within a limit. */
final class Threads {

  private Threads() {}

  static void end(List<Thread> threads, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    for (Thread thread : threads) {
      if (thread == null || thread == Thread.currentThread()) {
        continue;
      }
      try {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException hurry) {
        interrupted = true;
      }
      thread.interrupt();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
