package hotline.evaluation.archiving;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sets the timers of closed cases that have none: an instance of before that still runs takes
 * timers of any kind, and drops those that it does not know. With each start, and once a day.
 */
@ApplicationScoped
public class SeedArchiveTimers {

  private static final Logger LOG = Logger.getLogger(SeedArchiveTimers.class);
  private static final int BATCH = 500;
  private static final int EVERY_HOURS = 24;

  /** So that no clock of a callback waits behind what is over already. */
  private static final Duration APART = Duration.ofMillis(50);

  private final AgroalDataSource database;
  private final Clock clock;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "seed-archive-timers");
            thread.setDaemon(true);
            return thread;
          });

  SeedArchiveTimers(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    looking.scheduleWithFixedDelay(this::seedQuietly, 0, EVERY_HOURS, TimeUnit.HOURS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    looking.shutdownNow();
  }

  /** Those of all cases that have none; returns how many that were. */
  public int seed() throws SQLException {
    Instant from = clock.instant();
    int all = 0;
    int batch;
    do {
      batch = seed(from.plus(APART.multipliedBy(all)));
      all += batch;
    } while (batch == BATCH);
    return all;
  }

  private int seed(Instant from) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return ArchiveTimer.setMissing(connection, from, APART, BATCH);
    }
  }

  private void seedQuietly() {
    try {
      int missing = seed();
      if (missing > 0) {
        LOG.infof("%d closed cases had no timer of their archiving and have one now", missing);
      }
    } catch (SQLException | RuntimeException e) {
      // The next start or day tries again: nothing is archived too early meanwhile.
      LOG.warn("Whether every closed case has its timer could not be looked at", e);
    }
  }
}
