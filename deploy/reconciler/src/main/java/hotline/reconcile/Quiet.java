package hotline.reconcile;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Waits until nothing moves any more. A fixed time would read a backlog as a loss; so it waits as
 * long as something still moves, and gives up on what has stood still for too long.
 */
final class Quiet {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int QUIET_LOOKS = 4;

  private final Duration standstill;

  Quiet(Duration standstill) {
    this.standstill = standstill;
  }

  /** True when all outboxes are empty and nothing is applied any more. */
  boolean await(List<ServiceDatabase> databases) throws SQLException, InterruptedException {
    long before = -1;
    long moved = System.nanoTime();
    int quiet = 0;
    while (true) {
      long outbox = 0;
      long applied = 0;
      for (ServiceDatabase database : databases) {
        outbox += database.outbox();
        applied += database.appliedSum();
      }
      long now = System.nanoTime();
      boolean same = applied - outbox == before;
      before = applied - outbox;
      if (!same) {
        moved = now;
      }
      quiet = same && outbox == 0 ? quiet + 1 : 0;
      if (quiet >= QUIET_LOOKS) {
        return true;
      }
      if (now - moved > standstill.toNanos()) {
        return false;
      }
      Thread.sleep(LOOK.toMillis());
    }
  }
}
