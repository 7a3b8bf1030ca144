package hotline.reporting.headline;

import hotline.reporting.directory.UnitScope;
import hotline.reporting.log.LogProgress;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Headline numbers as they change. One look at the progress of the log twice a second, for all who
 * listen to this instance, notices what any instance has applied.
 */
@ApplicationScoped
public class HeadlineStream {

  private static final Logger LOG = Logger.getLogger(HeadlineStream.class);
  private static final long TICK_MILLIS = 500;

  private final HeadlineNumbers numbers;
  private final LogProgress progress;
  private final DataSource database;
  private final Audiences audiences = new Audiences();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "headline-stream");
            thread.setDaemon(true);
            return thread;
          });

  HeadlineStream(HeadlineNumbers numbers, LogProgress progress, DataSource database) {
    this.numbers = numbers;
    this.progress = progress;
    this.database = database;
  }

  void start(@Observes StartupEvent started) {
    looking.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    looking.shutdownNow();
  }

  Multi<Headline> of(Period period, UnitScope scope) {
    var question = new Audiences.Question(period, scope);
    // Who does not keep up hears the newest; nobody waits for it.
    return Multi.createFrom()
        .<Headline>emitter(
            listener -> audiences.join(question, listener), BackPressureStrategy.LATEST)
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private void look() {
    if (audiences.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      // Over the connection at hand: readers that hold one and wait for another stop each other.
      audiences.<SQLException>tell(
          progress.mark(connection),
          question -> numbers.read(connection, question.period(), question.scope()));
    } catch (SQLException | RuntimeException databaseAway) {
      // The listeners keep the last numbers and their connections; the next look asks again.
      LOG.debug("The headline numbers could not be read for a stream", databaseAway);
    }
  }
}
