package hotline.intake.callers;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says of marks that have ended that they have, and forgets them thirty days later, a batch at a
 * time; whether anybody sets another one or not.
 */
@ApplicationScoped
public class MarkPruning {
  private static final Logger LOG = Logger.getLogger(MarkPruning.class);

  /** How long what has ended can still be asked about. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int BATCH = 200;
  private static final int EVERY_MINUTES = 10;

  private final CallerMarkStore marks;
  private final Clock clock;
  private ScheduledExecutorService timer;

  @Inject
  MarkPruning(CallerMarkStore marks, Clock clock) {
    this.marks = marks;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "caller-mark-pruning");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(
        this::pruneQuietly, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  /** Deletes all that ended long ago; returns how many that were. */
  public int prune() {
    Instant now = clock.instant();
    while (QuarkusTransaction.requiringNew().call(() -> marks.expire(now, BATCH)) == BATCH) {
      // The next batch.
    }
    int all = 0;
    int batch;
    do {
      batch = QuarkusTransaction.requiringNew().call(() -> marks.forget(now.minus(KEPT), BATCH));
      all += batch;
    } while (batch == BATCH);
    if (all > 0) {
      LOG.infof("%d marks of callers were deleted that ended %d days ago", all, KEPT.toDays());
    }
    return all;
  }

  private void pruneQuietly() {
    try {
      prune();
    } catch (RuntimeException e) {
      // The next round tries again; what has ended is shown to nobody meanwhile.
      LOG.warnf("Old marks of callers could not be deleted: %s", e.getClass());
    }
  }
}
