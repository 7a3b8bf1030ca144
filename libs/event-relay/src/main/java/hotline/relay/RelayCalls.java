package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls between instances over LISTEN and NOTIFY, on one connection: the holder of the lock
 * listens, every other instance notifies, once for all commits since it last did.
 */
final class RelayCalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayCalls.class);
  private static final String CHANNEL = "event_relay";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final DataSource database;
  private final RelaySettings settings;
  private final Signal work;
  private final BooleanSupplier holder;
  private final Signal call = new Signal();
  private volatile boolean running;
  private Thread thread;

  RelayCalls(DataSource database, RelaySettings settings, Signal work, BooleanSupplier holder) {
    this.database = database;
    this.settings = settings;
    this.work = work;
    this.holder = holder;
  }

  void start() {
    running = true;
    thread = new Thread(this::run, "event-relay-calls");
    thread.setDaemon(true);
    thread.start();
  }

  void callHolder() {
    call.raise();
  }

  private void run() {
    while (running) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(true);
        try {
          listenOrNotify(connection);
        } finally {
          stopListening(connection);
        }
      } catch (InterruptedException stop) {
        return;
      } catch (SQLException failed) {
        LOG.debug("No calls between relays at the moment", failed);
        pause();
      }
    }
  }

  private void listenOrNotify(Connection connection) throws SQLException, InterruptedException {
    boolean listening = false;
    while (running) {
      if (!holder.getAsBoolean()) {
        if (call.await(settings.takeover())) {
          notifyHolder(connection);
        }
      } else {
        if (!listening) {
          execute(connection, "LISTEN " + CHANNEL);
          listening = true;
          // What was committed before anybody listened.
          work.raise();
        }
        hear(connection);
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGNotification[] heard =
        connection.unwrap(PGConnection.class).getNotifications((int) settings.poll().toMillis());
    if (heard != null && heard.length > 0) {
      work.raise();
    }
  }

  private static void notifyHolder(Connection connection) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("SELECT pg_notify(?, '')")) {
      sql.setString(1, CHANNEL);
      sql.execute();
    }
  }

  private static void stopListening(Connection connection) {
    try {
      execute(connection, "UNLISTEN *");
    } catch (SQLException gone) {
      LOG.trace("The connection is gone, and its LISTEN with it", gone);
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(text);
    }
  }

  private void pause() {
    try {
      call.await(AFTER_FAILURE);
    } catch (InterruptedException stop) {
      running = false;
    }
  }

  @Override
  public void close() {
    running = false;
    call.raise();
    Threads.end(Collections.singletonList(thread), Duration.ofSeconds(2));
  }
}
