package hotline.intake.drafts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Deletes drafts that nobody touched for a week, a batch at a time. No timer row for each of them:
 * that would be a statement more with every save, and an instance of before would fire it into
 * nothing.
 */
@ApplicationScoped
public class DraftPruning {
  private static final Logger LOG = Logger.getLogger(DraftPruning.class);
  static final Duration KEPT = Duration.ofDays(7);
  private static final Duration SEATS_ARE_KNOWN = Duration.ofDays(30);
  private static final int BATCH = 200;
  private static final int EVERY_MINUTES = 10;

  private final DraftStore drafts;
  private final Clock clock;
  private final Counter expired;
  private ScheduledExecutorService timer;

  @Inject
  DraftPruning(DraftStore drafts, MeterRegistry registry, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
    expired =
        Counter.builder("hotline.drafts.expired")
            .description("Unfinished registrations that were deleted after a week without a change")
            .register(registry);
  }

  void start(@Observes StartupEvent started) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "draft-pruning");
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

  /** Deletes all that is old; returns how many that were. */
  public int prune() {
    Instant now = clock.instant();
    int all = 0;
    int batch;
    do {
      batch =
          QuarkusTransaction.requiringNew().call(() -> drafts.expire(now.minus(KEPT), BATCH, now));
      all += batch;
    } while (batch == BATCH);
    QuarkusTransaction.requiringNew().run(() -> drafts.forgetSeats(now.minus(SEATS_ARE_KNOWN)));
    if (all > 0) {
      expired.increment(all);
      LOG.infof("%d drafts were deleted that nobody touched for %d days", all, KEPT.toDays());
    }
    return all;
  }

  private void pruneQuietly() {
    try {
      prune();
    } catch (RuntimeException e) {
      // The next round tries again; a draft that is kept for longer harms nobody.
      LOG.warnf("Old drafts could not be deleted: %s", e.getClass());
    }
  }
}
