package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The relay's own database session. The advisory lock and the deletes live on the same connection:
 * whoever lost the lock can delete nothing.
 */
final class OutboxSession implements AutoCloseable {

  private final Connection connection;
  private final String schema;
  private final PreparedStatement read;
  private final PreparedStatement delete;

  OutboxSession(DataSource database, String schema) throws SQLException {
    this.schema = schema;
    connection = database.getConnection();
    try {
      connection.setAutoCommit(true);
      prepareSession();
      String table = Tables.name(schema, "outbox");
      read =
          connection.prepareStatement(
              "SELECT id, topic, key, value, headers FROM "
                  + table
                  + " WHERE topic <> ALL (?) ORDER BY id LIMIT ?");
      delete = connection.prepareStatement("DELETE FROM " + table + " WHERE id = ANY (?)");
    } catch (SQLException failed) {
      discard();
      throw failed;
    }
  }

  private void prepareSession() throws SQLException {
    try (Statement sql = connection.createStatement()) {
      // A delete lost in a crash sends the tail again, in order; consumers drop it. No need to wait
      // for the disk.
      sql.execute("SET synchronous_commit = off");
      sql.execute("SET application_name = 'event-relay'");
      // A holder whose machine died must not keep the lock for the kernel's two hours.
      sql.execute("SET tcp_keepalives_idle = 2");
      sql.execute("SET tcp_keepalives_interval = 1");
      sql.execute("SET tcp_keepalives_count = 3");
      // The planner must not fall for a scan of the table because it was empty once.
      sql.execute("SET enable_seqscan = off");
    }
  }

  /** One holder per schema of a database; released when the session ends, however it ends. */
  boolean tryLock() throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
      lock.setString(1, "event-relay " + schemaName());
      try (ResultSet answer = lock.executeQuery()) {
        answer.next();
        return answer.getBoolean(1);
      }
    }
  }

  private String schemaName() throws SQLException {
    return schema != null ? schema : String.valueOf(connection.getSchema());
  }

  List<OutboxRow> read(int limit, Set<String> withoutTopics) throws SQLException {
    read.setArray(1, connection.createArrayOf("text", withoutTopics.toArray()));
    read.setInt(2, limit);
    List<OutboxRow> rows = new ArrayList<>();
    try (ResultSet found = read.executeQuery()) {
      while (found.next()) {
        rows.add(
            new OutboxRow(
                found.getLong(1),
                found.getString(2),
                found.getString(3),
                found.getBytes(4),
                HeaderPairs.of(found.getArray(5))));
      }
    }
    return rows;
  }

  void delete(List<Long> ids) throws SQLException {
    delete.setArray(1, connection.createArrayOf("int8", ids.toArray()));
    delete.executeUpdate();
  }

  boolean alive() {
    try {
      return connection.isValid(2);
    } catch (SQLException closed) {
      return false;
    }
  }

  @Override
  public void close() {
    try (Statement sql = connection.createStatement()) {
      // The connection may go back to a pool: it must not keep the lock there.
      sql.execute("SELECT pg_advisory_unlock_all()");
      sql.execute("RESET ALL");
    } catch (SQLException gone) {
      discard();
      return;
    }
    closeQuietly();
  }

  private void discard() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException alreadyGone) {
      closeQuietly();
    }
  }

  private void closeQuietly() {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // Nothing is held by a connection that is gone.
    }
  }
}
