package hotline.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes down in the background whose accounts have acted, and forgets those that were not seen for
 * years. Only in a service that says for how many ({@code hotline.accounts.kept-years}) and has the
 * table {@code seen_account}.
 */
@ApplicationScoped
public class AccountsWriting {
  static final String KEPT_YEARS = "hotline.accounts.kept-years";

  private static final Logger LOG = Logger.getLogger(AccountsWriting.class);
  private static final int BATCH = 500;
  private static final long FORGOTTEN_AFTER_MINUTES = 5;
  private static final long FORGOTTEN_EVERY_MINUTES = TimeUnit.DAYS.toMinutes(1);

  private final SeenAccounts seen;
  private final AccountTable table;
  private final Optional<Integer> years;
  private final Duration every;
  private ScheduledExecutorService timer;
  private boolean failing;

  @Inject
  AccountsWriting(
      SeenAccounts seen,
      AccountTable table,
      @ConfigProperty(name = KEPT_YEARS) Optional<Integer> years,
      @ConfigProperty(name = "hotline.accounts.written-every", defaultValue = "2S")
          Duration every) {
    this.seen = seen;
    this.table = table;
    this.years = years;
    this.every = every;
  }

  void start(@Observes StartupEvent started) {
    if (years.isEmpty()) {
      return;
    }
    if (years.get() < 1) {
      throw new IllegalStateException(KEPT_YEARS + " is 1 or more, or absent");
    }
    // Tests that compare whole tables write by themselves.
    if (!every.isZero()) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "accounts-writing");
                thread.setDaemon(true);
                return thread;
              });
      timer.scheduleWithFixedDelay(
          () -> quietly(this::write), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
      timer.scheduleWithFixedDelay(
          () -> quietly(this::forget),
          FORGOTTEN_AFTER_MINUTES,
          FORGOTTEN_EVERY_MINUTES,
          TimeUnit.MINUTES);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  /** Writes all that wait; returns how many accounts that were. */
  public int write() throws SQLException {
    int all = 0;
    List<NamedAccount> some;
    do {
      some = seen.waiting(BATCH);
      if (!some.isEmpty()) {
        table.write(some);
        seen.written(some);
      }
      all += some.size();
    } while (some.size() == BATCH);
    return all;
  }

  /** Forgets all that were not seen for the years that they are kept; returns how many. */
  public int forget() throws SQLException {
    int all = 0;
    int batch;
    do {
      batch = table.forget(years.orElseThrow(), BATCH);
      all += batch;
    } while (batch == BATCH);
    return all;
  }

  private interface Work {
    int run() throws SQLException;
  }

  /** What could not be written goes on waiting; a name that comes later is no harm. */
  private void quietly(Work work) {
    try {
      work.run();
      failing = false;
    } catch (SQLException | RuntimeException e) {
      // Once, not every two seconds while the database is away.
      if (!failing) {
        failing = true;
        LOG.warnf("Names of accounts cannot be written: %s", PlainText.visible(e.getMessage()));
      }
    }
  }
}
