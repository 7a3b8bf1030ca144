package hotline.reporting.ranking;

import hotline.relay.quarkus.RelayConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks for periods to copy, on every instance; each is made by one. */
@ApplicationScoped
class CopyJob {

  private static final Logger LOG = Logger.getLogger(CopyJob.class);
  private static final long EVERY_MILLIS = 1_000;
  // Far more than the copy of a quarter takes: what never ends would hold its row for ever.
  private static final int LONGEST_SECONDS = 3600;

  private final DataSource database;
  private final CopyInputs copy;
  private final RelayConfig config;
  // Of the one thread that looks.
  private boolean failing;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ranking-copies");
            thread.setDaemon(true);
            return thread;
          });

  CopyJob(DataSource database, CopyInputs copy, RelayConfig config) {
    this.database = database;
    this.copy = copy;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      looking.scheduleWithFixedDelay(
          this::lookQuietly, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    looking.shutdownNow();
  }

  private void lookQuietly() {
    try {
      boolean more = true;
      while (more) {
        Optional<UUID> begun = QuarkusTransaction.requiringNew().call(this::begin);
        begun.ifPresent(
            one ->
                QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> make(one)));
        more = begun.isPresent();
      }
      failing = false;
    } catch (RuntimeException notNow) {
      // What was begun is as it was. Said once while it lasts.
      LOG.log(
          failing ? Logger.Level.DEBUG : Logger.Level.WARN,
          "No period could be copied at the moment",
          notNow);
      failing = true;
    }
  }

  private Optional<UUID> begin() throws SQLException {
    try (Connection tx = database.getConnection()) {
      return copy.begin(tx);
    }
  }

  private Void make(UUID rankingId) throws SQLException {
    try (Connection tx = database.getConnection()) {
      copy.make(tx, rankingId);
      return null;
    }
  }
}
