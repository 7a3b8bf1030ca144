package hotline.relay.quarkus;

import hotline.relay.Outbox;
import hotline.relay.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where a service says its facts: in the transaction that made them true, or not at all. */
@ApplicationScoped
public class EventLog {

  private final JoinedConnection connection;
  private final AfterCommit afterCommit;
  private final Outbox outbox;

  EventLog(JoinedConnection connection, AfterCommit afterCommit, RelayConfig config) {
    this.connection = connection;
    this.afterCommit = afterCommit;
    outbox = new Outbox(config.schema().orElse(null));
  }

  /** Appends in the transaction at hand; after its commit the relay is woken, once. */
  public void append(List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          outbox.append(tx, records);
          return null;
        });
    afterCommit.wakeRelay();
  }

  /** The same for one record. */
  public void append(OutboxRecord record) {
    append(List.of(record));
  }
}
