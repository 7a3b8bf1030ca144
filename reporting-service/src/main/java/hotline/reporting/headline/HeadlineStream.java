package hotline.reporting.headline;

import hotline.reporting.directory.UnitScope;
import hotline.reporting.log.LogProgress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Headline numbers as they change. Each listener looks at the progress of the log twice a second,
 * so it notices what any instance has applied.
 */
@ApplicationScoped
public class HeadlineStream {

  private static final Logger LOG = Logger.getLogger(HeadlineStream.class);

  static final Duration TICK = Duration.ofMillis(500);
  private static final long SILENT_TICKS = 30;

  private final HeadlineNumbers numbers;
  private final LogProgress progress;
  private final DataSource database;

  HeadlineStream(HeadlineNumbers numbers, LogProgress progress, DataSource database) {
    this.numbers = numbers;
    this.progress = progress;
    this.database = database;
  }

  Multi<Headline> of(Period period, UnitScope scope) {
    AtomicLong seen = new AtomicLong(-1);
    AtomicLong silent = new AtomicLong();
    return Multi.createFrom()
        .ticks()
        .startingAfter(Duration.ofMillis(1))
        .every(TICK)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tick -> next(period, scope, seen, silent))
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  private Optional<Headline> next(
      Period period, UnitScope scope, AtomicLong seen, AtomicLong silent) {
    try (Connection connection = database.getConnection()) {
      long mark = progress.mark(connection);
      if (mark == seen.get() && silent.incrementAndGet() < SILENT_TICKS) {
        return Optional.empty();
      }
      // Over the connection at hand: listeners that hold one and wait for another stop each other.
      Headline read = numbers.read(connection, period, scope);
      // Only now: what could not be read is asked for again at the next tick.
      seen.set(mark);
      silent.set(0);
      return Optional.of(read);
    } catch (SQLException | RuntimeException databaseAway) {
      // The listener keeps the last numbers and its connection; the next tick asks again.
      LOG.debug("The headline numbers could not be read for a stream", databaseAway);
      return Optional.empty();
    }
  }
}
