package hotline.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets answers that nobody will ask for again, a batch at a time. */
@ApplicationScoped
public class KeptAnswersPruning {
  private static final Logger LOG = Logger.getLogger(KeptAnswersPruning.class);
  private static final int KEPT_HOURS = 48;
  private static final int BATCH = 1000;
  private static final int EVERY_MINUTES = 10;

  private final KeptAnswers answers;
  private ScheduledExecutorService timer;

  @Inject
  KeptAnswersPruning(KeptAnswers answers) {
    this.answers = answers;
  }

  void start(@Observes StartupEvent started) {
    if (answers.hasDatabase()) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "kept-answers-pruning");
                thread.setDaemon(true);
                return thread;
              });
      timer.scheduleWithFixedDelay(
          this::pruneQuietly, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  /** Deletes everything that is old; returns how much that was. */
  public int prune() throws SQLException {
    int all = 0;
    int batch;
    do {
      batch = answers.prune(KEPT_HOURS, BATCH);
      all += batch;
    } while (batch == BATCH);
    return all;
  }

  private void pruneQuietly() {
    try {
      prune();
    } catch (SQLException | RuntimeException e) {
      // The next round tries again; a table that grows for a while harms nobody.
      LOG.warnf("Old answers could not be pruned: %s", PlainText.visible(e.getMessage()));
    }
  }
}
