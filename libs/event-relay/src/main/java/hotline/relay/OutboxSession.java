package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The relay's own database session. The advisory lock and the deletes live on the same connection:
 * whoever lost the lock can delete nothing.
 */
final class OutboxSession implements AutoCloseable {

  // Sessions of its own login role are shown to everybody; nobody else writes into the outbox. Of
  // one that does not tell what it does (track_activities) nobody knows that it does nothing.
  private static final String OLDER =
      " WHERE datname = current_database() AND pid <> pg_backend_pid()"
          + " AND (state = 'disabled' OR (usename = session_user AND xact_start <= ?::timestamptz))";

  private final Connection connection;
  private final String schema;
  private final PreparedStatement read;
  private final PreparedStatement delete;
  private final PreparedStatement inProgress;
  private final PreparedStatement oldest;
  private final PreparedStatement older;

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
      inProgress =
          connection.prepareStatement(
              "SELECT clock_timestamp(), EXISTS (SELECT FROM pg_stat_activity" + OLDER + ")");
      oldest =
          connection.prepareStatement(
              "SELECT pid, application_name, state, xact_start FROM pg_stat_activity"
                  + OLDER
                  + " ORDER BY xact_start NULLS LAST LIMIT 1");
      older =
          connection.prepareStatement(
              "SELECT EXISTS (SELECT FROM " + table + " WHERE created_at <= ?::timestamptz)");
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

  /**
   * @param now by the clock of the database
   * @param older whether a transaction is in progress that began at a moment or before
   */
  record InProgress(OffsetDateTime now, boolean older) {}

  /**
   * @param began by the clock of the database; null to be told the time alone
   */
  InProgress inProgress(OffsetDateTime began) throws SQLException {
    inProgress.setObject(1, began);
    try (ResultSet answer = inProgress.executeQuery()) {
      answer.next();
      return new InProgress(answer.getObject(1, OffsetDateTime.class), answer.getBoolean(2));
    }
  }

  /** The oldest transaction that began at that moment of the database or before, as text. */
  Optional<String> oldest(OffsetDateTime began) throws SQLException {
    oldest.setObject(1, began);
    try (ResultSet row = oldest.executeQuery()) {
      return row.next()
          ? Optional.of(
              "pid "
                  + row.getInt(1)
                  + ", application_name "
                  + row.getString(2)
                  + ", state "
                  + row.getString(3)
                  + ", xact_start "
                  + row.getObject(4, OffsetDateTime.class))
          : Optional.empty();
    }
  }

  /** Whether something waits whose transaction began at that moment of the database or before. */
  boolean holdsOlderThan(OffsetDateTime began) throws SQLException {
    older.setObject(1, began);
    try (ResultSet answer = older.executeQuery()) {
      answer.next();
      return answer.getBoolean(1);
    }
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
