package hotline.relay.quarkus;

import hotline.relay.DueTimer;
import hotline.relay.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Due times, written in the transaction at hand. */
@ApplicationScoped
public class ServiceTimers {

  private final JoinedConnection connection;
  private final Timers timers;

  ServiceTimers(JoinedConnection connection, RelayConfig config) {
    this.connection = connection;
    timers = new Timers(config.schema().orElse(null));
  }

  /** Schedules, or moves what is scheduled under this kind and key. */
  public void schedule(String kind, String key, Instant dueAt, String payload) {
    connection.call(
        tx -> {
          timers.schedule(tx, kind, key, dueAt, payload);
          return null;
        });
  }

  /** Many at once, in one round trip. */
  public void scheduleAll(Collection<DueTimer> due) {
    connection.call(
        tx -> {
          timers.scheduleAll(tx, due);
          return null;
        });
  }

  /**
   * Brings forward what is scheduled under these keys; what is firing at this moment is left alone.
   */
  public int hasten(String kind, Collection<String> keys, Instant dueAt) {
    return connection.call(tx -> timers.hasten(tx, kind, keys, dueAt));
  }

  /** False when there was none, or it has fired. */
  public boolean cancel(String kind, String key) {
    return connection.call(tx -> timers.cancel(tx, kind, key));
  }

  /** Every kind of this key. */
  public int cancelAll(String key) {
    return connection.call(tx -> timers.cancelAll(tx, key));
  }

  /** Every kind of these keys. */
  public int cancelAll(Collection<String> keys) {
    return connection.call(tx -> timers.cancelAll(tx, keys));
  }
}
