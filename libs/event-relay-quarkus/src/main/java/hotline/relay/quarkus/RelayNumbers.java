package hotline.relay.quarkus;

import hotline.relay.OutboxBacklog;
import hotline.relay.ParkedKeys;
import hotline.relay.Timers;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The figures that say whether everything flows: for the health page and for Prometheus. */
@ApplicationScoped
public class RelayNumbers {

  private static final Logger LOG = Logger.getLogger(RelayNumbers.class);
  private static final long SECONDS = 2;

  /** One look at the database. */
  public record Sample(OutboxBacklog outbox, long parkedKeys, long timersDue) {}

  private final DataSource database;
  private final RelayEngine engine;
  private final Clock clock;
  private final Timers timers;
  private final String schema;
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "relay-numbers");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Sample last = new Sample(new OutboxBacklog(0, 0), 0, 0);

  RelayNumbers(
      DataSource database, RelayEngine engine, Clock clock, Timers timers, RelayConfig config) {
    this.database = database;
    this.engine = engine;
    this.clock = clock;
    this.timers = timers;
    schema = config.schema().orElse(null);
  }

  void register(@Observes StartupEvent started, MeterRegistry registry) {
    gauge(
        registry,
        "hotline.outbox.size",
        "Events not yet acknowledged by the broker",
        n -> n.last.outbox().size());
    gauge(
        registry,
        "hotline.outbox.oldest.seconds",
        "Age of the oldest of them",
        n -> n.last.outbox().oldestSeconds());
    gauge(
        registry,
        "hotline.parked.cases",
        "Keys whose records wait for an administrator",
        n -> n.last.parkedKeys());
    gauge(registry, "hotline.timers.due", "Timers due and not fired", n -> n.last.timersDue());
    gauge(
        registry,
        "hotline.consumer.lag",
        "Records in the log not yet applied",
        n -> n.engine.consumer().lag());
    gauge(
        registry,
        "hotline.relay.holder",
        "1 when this instance sends",
        n -> n.engine.relay().isHolder() ? 1 : 0);
    gauge(
        registry,
        "hotline.sent.until.age.seconds",
        "Age of what was said last about until when all is sent",
        n -> n.engine.relay().sentMarkAgeSeconds());
    counter(registry, "hotline.consumer.applied", n -> n.engine.consumer().applied());
    counter(registry, "hotline.consumer.duplicates", n -> n.engine.consumer().duplicates());
    counter(registry, "hotline.consumer.gaps", n -> n.engine.consumer().gaps());
    counter(registry, "hotline.consumer.parked", n -> n.engine.consumer().parked());
    counter(registry, "hotline.relay.sent", n -> n.engine.relay().relayed());
    sampler.scheduleWithFixedDelay(this::sampleQuietly, 0, SECONDS, TimeUnit.SECONDS);
  }

  private interface Figure {
    double of(RelayNumbers numbers);
  }

  private void gauge(MeterRegistry registry, String name, String what, Figure figure) {
    Gauge.builder(name, this, figure::of)
        .description(what)
        .strongReference(true)
        .register(registry);
  }

  private void counter(MeterRegistry registry, String name, Figure figure) {
    FunctionCounter.builder(name, this, figure::of).register(registry);
  }

  /** Asks the database now; throws when it does not answer. */
  public Sample sample() throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sample now =
          new Sample(
              OutboxBacklog.read(connection, schema),
              ParkedKeys.count(connection, schema),
              timers.countDue(connection, clock.instant()));
      last = now;
      return now;
    }
  }

  private void sampleQuietly() {
    try {
      sample();
    } catch (SQLException | RuntimeException away) {
      LOG.debug("The database does not answer; the figures stay as they were", away);
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    sampler.shutdownNow();
  }
}
