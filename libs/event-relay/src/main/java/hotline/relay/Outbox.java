package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Appends records to the outbox table in the caller's transaction, on the caller's connection. */
public final class Outbox {

  private final String insert;

  /**
   * @param schema schema of the table, or null to find it through the search path
   */
  public Outbox(String schema) {
    insert =
        "INSERT INTO "
            + Tables.name(schema, "outbox")
            + " (topic, key, value, headers) VALUES (?, ?, ?, ?)";
  }

  /** Written with the transaction or not at all; the host wakes the relay after the commit. */
  public void append(Connection tx, List<OutboxRecord> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try (PreparedStatement row = tx.prepareStatement(insert)) {
      for (OutboxRecord written : records) {
        row.setString(1, written.topic());
        row.setString(2, written.key());
        row.setBytes(3, written.value());
        row.setArray(4, tx.createArrayOf("text", HeaderPairs.of(written.headers())));
        row.addBatch();
      }
      row.executeBatch();
    }
  }
}
