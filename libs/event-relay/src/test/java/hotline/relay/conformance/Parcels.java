package hotline.relay.conformance;

import hotline.relay.Incoming;
import hotline.relay.OutboxRecord;
import hotline.relay.PoisonRecord;
import hotline.relay.RecordApplier;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The smallest reader there is: it writes down which parcel it has seen, in a table without a
 * unique key, so that a second application would show.
 */
public final class Parcels implements RecordApplier {

  static final String SOURCE = "/parcel-desk";

  private final DataSource database;
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();

  public Parcels(DataSource database) {
    this.database = database;
  }

  /** Empty tables: of the relay, and the one of the parcels. */
  public static void clear(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "CREATE TABLE IF NOT EXISTS seen_parcel (id bigint GENERATED ALWAYS AS IDENTITY,"
              + " key text NOT NULL, number bigint NOT NULL, content text)");
      sql.execute(
          "TRUNCATE seen_parcel, outbox, consumed_sequence, parked_record, parked_key,"
              + " set_aside_record, timer");
    }
  }

  /** From now on this parcel cannot be applied, until {@link #mend}. */
  public void damage(String key, long number) {
    damaged.add(key + "#" + number);
  }

  public void mend() {
    damaged.clear();
  }

  @Override
  public void apply(Connection tx, List<Incoming> records) throws SQLException {
    try (PreparedStatement row =
        tx.prepareStatement("INSERT INTO seen_parcel (key, number, content) VALUES (?, ?, ?)")) {
      for (Incoming record : records) {
        long number = record.header("ce_sequence").map(Long::parseLong).orElse(record.offset());
        if (damaged.contains(record.key() + "#" + number)) {
          throw new PoisonRecord("DAMAGED", "Parcel " + number + " is damaged");
        }
        row.setString(1, record.key());
        row.setLong(2, number);
        row.setString(
            3, record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  /** Numbers seen under the key, in the order of application. */
  public List<Long> seen(String key) throws SQLException {
    return numbers("SELECT number FROM seen_parcel WHERE key = ? ORDER BY id", key);
  }

  /** Everything seen, per key in the order of application. */
  public Map<String, List<Long>> seen() throws SQLException {
    Map<String, List<Long>> all = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT key, number FROM seen_parcel ORDER BY id")) {
      while (row.next()) {
        all.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(row.getLong(2));
      }
    }
    return all;
  }

  public long count() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT count(*) FROM seen_parcel")) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<Long> numbers(String query, String key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement sql = connection.prepareStatement(query)) {
      sql.setString(1, key);
      List<Long> numbers = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          numbers.add(row.getLong(1));
        }
      }
      return numbers;
    }
  }

  /** A record on its way out. */
  public static OutboxRecord parcel(String topic, String key, long number) {
    return new OutboxRecord(
        topic, key, ("content " + number).getBytes(StandardCharsets.UTF_8), headers(key, number));
  }

  public static Map<String, String> headers(String key, long number) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_id", key + "-" + number);
    headers.put("ce_source", SOURCE);
    headers.put("ce_type", "parcel.sent.v1");
    headers.put("ce_sequence", Long.toString(number));
    return headers;
  }

  /** A record as it would be read. */
  public static Incoming incoming(String topic, long offset, String key, long number) {
    return new Incoming(
        topic,
        0,
        offset,
        key,
        headers(key, number),
        ("content " + number).getBytes(StandardCharsets.UTF_8));
  }
}
