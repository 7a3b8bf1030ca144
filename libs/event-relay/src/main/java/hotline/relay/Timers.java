package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Due times as rows, written in the transaction that makes them necessary. */
public final class Timers {

  static final Comparator<DueTimer> OLDEST_FIRST =
      Comparator.comparing(DueTimer::dueAt)
          .thenComparing(DueTimer::key)
          .thenComparing(DueTimer::kind);

  private final String table;

  /**
   * @param schema schema of the table, or null to find it through the search path
   */
  public Timers(String schema) {
    table = Tables.name(schema, "timer");
  }

  /** Schedules, or moves what is scheduled under this kind and key. */
  public void schedule(Connection tx, String kind, String key, Instant dueAt, String payload)
      throws SQLException {
    scheduleAll(tx, List.of(new DueTimer(kind, key, dueAt, payload)));
  }

  /** Many at once, in one round trip. */
  public void scheduleAll(Connection tx, Collection<DueTimer> timers) throws SQLException {
    if (timers.isEmpty()) {
      return;
    }
    String upsert =
        "INSERT INTO "
            + table
            + " (kind, key, due_at, payload) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (key, kind) DO UPDATE SET due_at = EXCLUDED.due_at,"
            + " payload = EXCLUDED.payload, attempts = 0, not_before = NULL, last_error = NULL";
    try (PreparedStatement row = tx.prepareStatement(upsert)) {
      for (DueTimer timer : timers) {
        row.setString(1, timer.kind());
        row.setString(2, timer.key());
        row.setObject(3, utc(timer.dueAt()));
        row.setString(4, timer.payload());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  /**
   * Brings forward what is scheduled under these keys: it fires at {@code dueAt} at the latest.
   *
   * <p>What is firing at this moment is neither waited for nor changed. So a transaction may do
   * this while it holds a row that the firing one waits for; the firing one, once it has that row,
   * sees what this transaction wrote.
   */
  public int hasten(Connection tx, String kind, Collection<String> keys, Instant dueAt)
      throws SQLException {
    String earlier =
        "WITH later AS MATERIALIZED (SELECT kind, key FROM "
            + table
            + " WHERE key = ANY (?) AND kind = ? AND due_at > ? FOR UPDATE SKIP LOCKED) UPDATE "
            + table
            + " t SET due_at = ? FROM later WHERE t.key = later.key AND t.kind = later.kind";
    try (PreparedStatement sql = tx.prepareStatement(earlier)) {
      sql.setArray(1, tx.createArrayOf("text", keys.toArray()));
      sql.setString(2, kind);
      sql.setObject(3, utc(dueAt));
      sql.setObject(4, utc(dueAt));
      return sql.executeUpdate();
    }
  }

  /** False when there was none, or it has fired. */
  public boolean cancel(Connection tx, String kind, String key) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement("DELETE FROM " + table + " WHERE key = ? AND kind = ?")) {
      sql.setString(1, key);
      sql.setString(2, kind);
      return sql.executeUpdate() == 1;
    }
  }

  /** Every kind of this key. */
  public int cancelAll(Connection tx, String key) throws SQLException {
    return cancelAll(tx, List.of(key));
  }

  /** Every kind of these keys. */
  public int cancelAll(Connection tx, Collection<String> keys) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement("DELETE FROM " + table + " WHERE key = ANY (?)")) {
      sql.setArray(1, tx.createArrayOf("text", keys.toArray()));
      return sql.executeUpdate();
    }
  }

  /** How many are due and have not fired. */
  public long countDue(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE due_at <= ?")) {
      sql.setObject(1, utc(now));
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * Removes what is due, oldest first, skipping what another instance is firing. Removed before the
   * handler runs, in its transaction: so it may schedule the same kind and key anew.
   */
  List<DueTimer> claim(Connection tx, Instant now, int limit) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(claimSql())) {
      sql.setObject(1, utc(now));
      sql.setInt(2, limit);
      return timers(sql);
    }
  }

  String claimSql() {
    // A moment that the planner knows lets it expect a handful, read all that is due and sort it,
    // ten thousand rows for each five hundred; one that it cannot know makes it walk the index.
    // A row that was moved since the statement began has another place: it is left for the next
    // look.
    return "WITH due AS MATERIALIZED (SELECT ctid AS place FROM "
        + table
        + " WHERE due_at <= (SELECT ?::timestamptz)"
        + " AND (not_before IS NULL OR not_before <= clock_timestamp())"
        + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED) DELETE FROM "
        + table
        + " t USING due WHERE t.ctid = due.place"
        + " RETURNING t.kind, t.key, t.due_at, t.payload";
  }

  /** One of a batch that failed, unless it has fired or was moved meanwhile. */
  List<DueTimer> claim(Connection tx, DueTimer timer) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "DELETE FROM "
                + table
                + " WHERE key = ? AND kind = ? AND due_at = ?"
                + " RETURNING kind, key, due_at, payload")) {
      sql.setString(1, timer.key());
      sql.setString(2, timer.kind());
      sql.setObject(3, utc(timer.dueAt()));
      return timers(sql);
    }
  }

  /** Real time: a simulated clock may stand still. Doubles from a second up to five minutes. */
  void postpone(Connection tx, DueTimer timer, String error) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "UPDATE "
                + table
                + " SET attempts = attempts + 1, last_error = ?, not_before = clock_timestamp()"
                + " + least(interval '5 minutes', interval '1 second' * 2 ^ least(attempts, 10))"
                + " WHERE key = ? AND kind = ? AND due_at = ?")) {
      sql.setString(1, DeadLetters.shortened(error));
      sql.setString(2, timer.key());
      sql.setString(3, timer.kind());
      sql.setObject(4, utc(timer.dueAt()));
      sql.executeUpdate();
    }
  }

  private static List<DueTimer> timers(PreparedStatement sql) throws SQLException {
    List<DueTimer> due = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        due.add(
            new DueTimer(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4)));
      }
    }
    due.sort(OLDEST_FIRST);
    return due;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
