package hotline.dispatch.timekeeping;

import hotline.dispatch.assignments.MoveDeadlines;
import hotline.dispatch.assignments.MoveDeadlines.Batch;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Moves the due times of open tasks after an adoption, in batches of their own transactions beside
 * the timers and the log, which would otherwise wait for so many locked cases. Any instance goes on
 * where another was killed: what remains to be done is in the rows.
 */
@ApplicationScoped
public class RecomputeDeadlines {

  private static final Logger LOG = Logger.getLogger(RecomputeDeadlines.class);
  private static final int BATCH = 500;
  private static final long LOOK_MILLIS = 1000;
  private static final int AFTER_THE_REST = 3000;

  private final JtaTransactions transactions;
  private final Recomputations recomputations;
  private final TimeRulesInForce timeRules;
  private final MoveDeadlines move;
  private final Instance<CalendarFollower> followers;
  private volatile boolean failing;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "recompute-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  RecomputeDeadlines(
      JtaTransactions transactions,
      Recomputations recomputations,
      TimeRulesInForce timeRules,
      MoveDeadlines move,
      @Any Instance<CalendarFollower> followers) {
    this.transactions = transactions;
    this.recomputations = recomputations;
    this.timeRules = timeRules;
    this.move = move;
    this.followers = followers;
  }

  void start(@Observes @Priority(AFTER_THE_REST) StartupEvent started) {
    looking.scheduleWithFixedDelay(this::catchUp, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    looking.shutdownNow();
  }

  private void catchUp() {
    try {
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more = transactions.call(this::next);
      }
      failing = false;
    } catch (Exception failed) {
      // Said once: it is tried again every second.
      if (!failing) {
        LOG.error("Due times wait to be computed anew; what is done is kept", failed);
      }
      failing = true;
    }
  }

  /** One batch; whether there may be more at once. */
  boolean next(Connection tx) throws SQLException {
    OptionalLong open = recomputations.lockOpen(tx);
    if (open.isEmpty()) {
      return false;
    }
    TimeRules rules = timeRules.current();
    Batch batch = move.next(rules, BATCH);
    if (batch.examined() > 0) {
      recomputations.note(tx, open.getAsLong(), batch);
      return true;
    }
    followers.forEach(one -> one.hasten(rules.calendarVersion()));
    if (!move.anyBehind(rules)) {
      recomputations.caughtUp(tx, open.getAsLong());
    }
    return false;
  }
}
