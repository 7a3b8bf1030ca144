package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of what waits and of what was set aside. */
final class ParkedStore {

  private static final String COLUMNS =
      "id, key, topic, log_partition, log_offset, event_id, record_key, headers, value, error,"
          + " error_text, attempts, parked_at, source, number";

  private final String keys;
  private final String records;
  private final String setAside;
  private final Set<String> withheld;
  private final DeadLetters deadLetters;
  private final Outbox outbox;

  ParkedStore(InboxSettings settings) {
    String schema = settings.schema();
    keys = Tables.name(schema, "parked_key");
    records = Tables.name(schema, "parked_record");
    setAside = Tables.name(schema, "set_aside_record");
    withheld = settings.unsequencedTopics();
    deadLetters = new DeadLetters(settings.deadLetterTopic(), withheld);
    outbox = new Outbox(schema);
  }

  /**
   * Parks in order. A record that is parked already stays as it is and is not announced again; one
   * that was set aside stays aside.
   *
   * @return how many wait now
   */
  int hold(Connection tx, List<BatchPlan.Held> read) throws SQLException {
    List<BatchPlan.Held> held = withoutSetAside(tx, read);
    parkKeys(tx, held);
    String insert =
        "INSERT INTO "
            + records
            + " (key, topic, log_partition, log_offset, event_id, record_key, headers, value,"
            + " error, error_text, attempts, source, number)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (topic, log_partition, log_offset, event_id) DO NOTHING";
    List<BatchPlan.Held> announced = new ArrayList<>();
    try (PreparedStatement row = tx.prepareStatement(insert)) {
      for (BatchPlan.Held waiting : held) {
        Incoming record = waiting.incoming();
        row.setString(1, Placed.parkingKey(record));
        row.setString(2, record.topic());
        row.setInt(3, record.partition());
        row.setLong(4, record.offset());
        row.setString(5, eventId(record));
        row.setString(6, HeaderPairs.storable(record.key()));
        row.setArray(7, tx.createArrayOf("text", HeaderPairs.of(record.headers())));
        row.setBytes(8, record.value());
        row.setString(9, waiting.because().reason());
        row.setString(10, DeadLetters.shortened(waiting.text()));
        row.setInt(11, isFirst(waiting) ? 1 : 0);
        setStream(row, 12, waiting.gapSource(), waiting.gapNumber());
        // One by one: of a batch that the driver rewrites it does not say which rows are new.
        if (row.executeUpdate() == 1) {
          announced.add(waiting);
        }
      }
    }
    outbox.append(tx, deadLetters.of(announced));
    return held.size();
  }

  private List<BatchPlan.Held> withoutSetAside(Connection tx, List<BatchPlan.Held> read)
      throws SQLException {
    String query =
        "SELECT topic, log_partition, log_offset, event_id FROM "
            + setAside
            + " WHERE (topic, log_partition, log_offset, event_id) IN"
            + " (SELECT * FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::text[]))";
    List<Incoming> records = read.stream().map(BatchPlan.Held::incoming).toList();
    Set<List<Object>> aside = new HashSet<>();
    try (PreparedStatement sql = tx.prepareStatement(query)) {
      sql.setArray(1, tx.createArrayOf("text", records.stream().map(Incoming::topic).toArray()));
      sql.setArray(
          2, tx.createArrayOf("integer", records.stream().map(Incoming::partition).toArray()));
      sql.setArray(3, tx.createArrayOf("bigint", records.stream().map(Incoming::offset).toArray()));
      sql.setArray(
          4, tx.createArrayOf("text", records.stream().map(ParkedStore::eventId).toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          aside.add(List.of(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4)));
        }
      }
    }
    return aside.isEmpty()
        ? read
        : read.stream()
            .filter(
                waiting -> {
                  Incoming record = waiting.incoming();
                  return !aside.contains(
                      List.of(
                          record.topic(), record.partition(), record.offset(), eventId(record)));
                })
            .toList();
  }

  private void parkKeys(Connection tx, List<BatchPlan.Held> held) throws SQLException {
    String insert =
        "INSERT INTO "
            + keys
            + " (key, reason, gap_source, gap_number) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (key) DO NOTHING";
    try (PreparedStatement row = tx.prepareStatement(insert)) {
      for (BatchPlan.Held waiting : held) {
        if (isFirst(waiting)) {
          row.setString(1, Placed.parkingKey(waiting.incoming()));
          setReason(row, 2, waiting.because());
          row.addBatch();
        }
      }
      row.executeBatch();
    }
  }

  private static boolean isFirst(BatchPlan.Held waiting) {
    return !waiting.because().reason().equals(ParkedBecause.FOLLOWS);
  }

  private static void setReason(PreparedStatement row, int at, ParkedBecause because)
      throws SQLException {
    row.setString(at, because.reason());
    setStream(row, at + 1, because.gapSource(), because.gapNumber());
  }

  private static void setStream(PreparedStatement row, int at, String source, long number)
      throws SQLException {
    row.setString(at, source);
    if (source == null) {
      row.setNull(at + 1, Types.BIGINT);
    } else {
      row.setLong(at + 1, number);
    }
  }

  static String eventId(Incoming record) {
    return HeaderPairs.storable(record.header("ce_id").orElse(""));
  }

  /** Locks the key against the consumer and other re-drives; empty when it is not parked. */
  Optional<String> lock(Connection tx, String key) throws SQLException {
    return text(tx, "SELECT reason FROM " + keys + " WHERE key = ? FOR UPDATE", key);
  }

  Optional<ParkedRecord> first(Connection tx, String key) throws SQLException {
    return ofKey(tx, key, 1).stream().findFirst();
  }

  /** A record of the key that waits behind others and closes the gap before its source's first. */
  Optional<ParkedRecord> closing(Connection tx, String key, String source, long number)
      throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            select(" WHERE key = ? AND source = ? AND number = ? ORDER BY id LIMIT 1"))) {
      sql.setString(1, key);
      sql.setString(2, source);
      sql.setLong(3, number);
      return read(sql).stream().findFirst();
    }
  }

  List<ParkedRecord> ofKey(Connection tx, String key, int limit) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(select(" WHERE key = ? ORDER BY id LIMIT ?"))) {
      sql.setString(1, key);
      sql.setInt(2, limit);
      return read(sql);
    }
  }

  Optional<ParkedRecord> withId(Connection tx, long id) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(select(" WHERE id = ?"))) {
      sql.setLong(1, id);
      return read(sql).stream().findFirst();
    }
  }

  boolean withholdsValuesOf(String topic) {
    return withheld.contains(topic);
  }

  Optional<String> keyOf(Connection tx, long id) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement("SELECT key FROM " + records + " WHERE id = ?")) {
      sql.setLong(1, id);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private String select(String where) {
    return "SELECT " + COLUMNS + " FROM " + records + where;
  }

  private static List<ParkedRecord> read(PreparedStatement sql) throws SQLException {
    List<ParkedRecord> found = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        found.add(
            new ParkedRecord(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getString(7),
                HeaderPairs.map(HeaderPairs.of(row.getArray(8))),
                row.getBytes(9),
                row.getString(10),
                row.getString(11),
                row.getInt(12),
                row.getTimestamp(13).toInstant()));
      }
    }
    return found;
  }

  void delete(Connection tx, long id) throws SQLException {
    update(tx, "DELETE FROM " + records + " WHERE id = ?", id);
  }

  void setAside(Connection tx, long id, String reason, String actor) throws SQLException {
    String move =
        "WITH moved AS (DELETE FROM "
            + records
            + " WHERE id = ? RETURNING "
            + COLUMNS
            + ") INSERT INTO "
            + setAside
            + " ("
            + COLUMNS
            + ", set_aside_reason, set_aside_by) SELECT "
            + COLUMNS
            + ", ?, ? FROM moved";
    try (PreparedStatement sql = tx.prepareStatement(move)) {
      sql.setLong(1, id);
      sql.setString(2, HeaderPairs.storable(reason));
      sql.setString(3, HeaderPairs.storable(actor));
      sql.executeUpdate();
    }
  }

  /** The rest waits for a re-drive, whatever it waited for before. */
  void waitForRedrive(Connection tx, String key) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "UPDATE "
                + keys
                + " SET reason = ?, gap_source = NULL, gap_number = NULL WHERE key = ?")) {
      sql.setString(1, ParkedBecause.SET_ASIDE);
      sql.setString(2, key);
      sql.executeUpdate();
    }
  }

  /** A tombstone erases: what waits or was set aside of its key and topic keeps no value either. */
  void erase(Connection tx, List<Incoming> tombstones) throws SQLException {
    for (String table : List.of(records, setAside)) {
      try (PreparedStatement sql =
          tx.prepareStatement(
              "UPDATE "
                  + table
                  + " SET value = NULL WHERE key = ? AND topic = ? AND value IS NOT NULL")) {
        for (Incoming tombstone : tombstones) {
          sql.setString(1, tombstone.key());
          sql.setString(2, tombstone.topic());
          sql.addBatch();
        }
        sql.executeBatch();
      }
    }
  }

  /** Releases the key when nothing of it waits any more. */
  boolean releaseIfEmpty(Connection tx, String key) throws SQLException {
    String delete =
        "DELETE FROM "
            + keys
            + " k WHERE k.key = ? AND NOT EXISTS (SELECT 1 FROM "
            + records
            + " r WHERE r.key = k.key)";
    try (PreparedStatement sql = tx.prepareStatement(delete)) {
      sql.setString(1, key);
      return sql.executeUpdate() == 1;
    }
  }

  void failedAgain(Connection tx, ParkedRecord record, ParkedBecause because, String text)
      throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "UPDATE "
                + records
                + " SET attempts = attempts + 1, error = ?, error_text = ? WHERE id = ?")) {
      sql.setString(1, because.reason());
      sql.setString(2, DeadLetters.shortened(text));
      sql.setLong(3, record.id());
      sql.executeUpdate();
    }
    try (PreparedStatement sql =
        tx.prepareStatement(
            "UPDATE " + keys + " SET reason = ?, gap_source = ?, gap_number = ? WHERE key = ?")) {
      setReason(sql, 1, because);
      sql.setString(4, record.key());
      sql.executeUpdate();
    }
  }

  private static void update(Connection tx, String statement, long id) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(statement)) {
      sql.setLong(1, id);
      sql.executeUpdate();
    }
  }

  private static Optional<String> text(Connection tx, String query, String key)
      throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(query)) {
      sql.setString(1, key);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }
}
