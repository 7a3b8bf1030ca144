package hotline.dispatch.attachments;

import hotline.access.PlainText;
import hotline.dispatch.cases.Cause;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Removes what was uploaded and never submitted, and counts what is kept. */
@ApplicationScoped
public class AttachmentPruning {

  private static final Logger LOG = Logger.getLogger(AttachmentPruning.class);

  /**
   * As long as a reply may be written: over a holiday the words wait in the form, and so do its
   * files.
   */
  private static final Duration WAITS = Duration.ofDays(14);

  private static final int EVERY_MINUTES = 30;

  private final AttachmentStore store;
  private final Clock clock;
  private volatile AttachmentStore.Total total = new AttachmentStore.Total(0, 0);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "attachment-pruning");
            thread.setDaemon(true);
            return thread;
          });

  AttachmentPruning(AttachmentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started, MeterRegistry metrics) {
    Gauge.builder("hotline.attachments.stored", this, pruning -> pruning.total.files())
        .description("Files of units in the database")
        .strongReference(true)
        .register(metrics);
    Gauge.builder("hotline.attachments.stored.size", this, pruning -> pruning.total.bytes())
        .baseUnit("bytes")
        .description("Size of the files of units in the database")
        .strongReference(true)
        .register(metrics);
    timer.scheduleWithFixedDelay(this::look, 1, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent ending) {
    timer.shutdownNow();
  }

  private void look() {
    try {
      prune(Cause.now(clock));
      total = store.total();
    } catch (SQLException | RuntimeException e) {
      // The next round tries again; a file that waits a little longer harms nobody.
      LOG.warnf("Files that wait could not be pruned: %s", PlainText.visible(e.getMessage()));
    }
  }

  /** Removes everything that has waited that long at a moment; how many. */
  public int prune(Instant now) throws SQLException {
    int all = 0;
    int batch;
    do {
      batch = store.prune(now.minus(WAITS));
      all += batch;
    } while (AttachmentStore.isWholeBatch(batch));
    return all;
  }
}
