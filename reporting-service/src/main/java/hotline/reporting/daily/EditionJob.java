package hotline.reporting.daily;

import hotline.relay.quarkus.RelayConfig;
import hotline.reporting.log.ReadModels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the edition of yesterday each morning, and those that are missing, on every instance; the
 * day decides which of them it is. It goes by the clock of the service and asks the database only
 * while something is missing.
 */
@ApplicationScoped
public class EditionJob {

  private static final Logger LOG = Logger.getLogger(EditionJob.class);
  private static final long EVERY_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final ReadModels tables;
  private final DailyEditions editions;
  private final MakeEdition make;
  private final RelayConfig config;
  private final Clock clock;
  private final LocalTime at;
  // Of the one thread that looks.
  private LocalDate made = LocalDate.MIN;
  private boolean failing;
  private Long waitingSince;
  private boolean said;
  private long nextLook = System.nanoTime();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "daily-editions");
            thread.setDaemon(true);
            return thread;
          });

  EditionJob(
      ReadModels tables,
      DailyEditions editions,
      MakeEdition make,
      RelayConfig config,
      Clock clock,
      @ConfigProperty(name = "hotline.daily-report.at", defaultValue = "08:00") LocalTime at) {
    this.tables = tables;
    this.editions = editions;
    this.make = make;
    this.config = config;
    this.clock = clock;
    this.at = at;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      looking.scheduleWithFixedDelay(
          this::lookQuietly, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    looking.shutdownNow();
  }

  /**
   * Makes what is due at a moment and missing, each in a transaction of its own; returns how many.
   * Refuses while not everything is known until each was due, or cases wait.
   */
  public int makeDue(Instant now) {
    LocalDate newest = DueEditions.newest(now, at);
    int count = 0;
    for (LocalDate day : missing(newest)) {
      if (QuarkusTransaction.requiringNew()
          .timeout(MakeEdition.LONGEST_SECONDS)
          .call(() -> make.make(day, null, DueEditions.due(day, at), false))) {
        count++;
      }
    }
    return count;
  }

  private List<LocalDate> missing(LocalDate newest) {
    return tables.read(
        connection ->
            DueEditions.missing(
                newest,
                editions.firstDay(connection),
                editions.made(connection, newest.minusDays(DueEditions.MOST_DAYS_BACK))));
  }

  private boolean hasBegun(LocalDate newest) {
    return tables.read(connection -> DueEditions.begun(newest, editions.firstDay(connection)));
  }

  private void lookQuietly() {
    if (System.nanoTime() - nextLook < 0) {
      return;
    }
    try {
      Instant now = clock.instant();
      LocalDate newest = DueEditions.newest(now, at);
      if (newest.isAfter(made) && hasBegun(newest)) {
        int count = makeDue(now);
        made = newest;
        if (count > 0) {
          LOG.infof("%d editions of the daily report were made, the last of %s", count, newest);
        }
      }
      waitingSince = null;
      failing = false;
    } catch (EditionRefusal behind) {
      waits(behind);
    } catch (RuntimeException notNow) {
      // Nothing is frozen by halves; it is tried again. Said once while it lasts.
      LOG.log(
          failing ? Logger.Level.DEBUG : Logger.Level.WARN,
          "The editions of the daily report could not be made at the moment",
          notNow);
      failing = true;
    }
  }

  /** After a start and each morning for a minute or two nothing is wrong; said once when it is. */
  private void waits(EditionRefusal behind) {
    long now = System.nanoTime();
    if (waitingSince == null) {
      waitingSince = now;
      said = false;
    }
    if (now - waitingSince > PATIENCE.toNanos()) {
      nextLook = now + LATER.toNanos();
      if (!said) {
        LOG.warnf(
            "An edition of the daily report is due and waits for minutes: %s", behind.getMessage());
        said = true;
      }
    }
  }
}
