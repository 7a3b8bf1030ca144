package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What waits in the outbox: how much, and for how long. */
public record OutboxBacklog(long size, double oldestSeconds) {

  /**
   * @param schema schema of the outbox, or null to find it through the search path
   */
  public static OutboxBacklog read(Connection connection, String schema) throws SQLException {
    try (PreparedStatement sql =
            connection.prepareStatement(
                "SELECT count(*),"
                    + " coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)"
                    + " FROM "
                    + Tables.name(schema, "outbox"));
        ResultSet answer = sql.executeQuery()) {
      answer.next();
      return new OutboxBacklog(answer.getLong(1), Math.max(0, answer.getDouble(2)));
    }
  }
}
