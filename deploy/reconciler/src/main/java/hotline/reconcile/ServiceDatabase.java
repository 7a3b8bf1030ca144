package hotline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.lifecycle.Source;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one service's database says; read only. */
final class ServiceDatabase implements AutoCloseable {

  /** A case as the service knows it. */
  record State(String caseNo, String status) {}

  private final Source service;
  private final Connection connection;

  private ServiceDatabase(Source service, Connection connection) {
    this.service = service;
    this.connection = connection;
  }

  static ServiceDatabase open(Source service, String host, int port) throws SQLException {
    String name = service.name().toLowerCase(Locale.ROOT);
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + host + ":" + port + "/" + name, name, name);
    connection.setReadOnly(true);
    return new ServiceDatabase(service, connection);
  }

  Source service() {
    return service;
  }

  Map<UUID, State> states() throws SQLException {
    Map<UUID, State> states = new HashMap<>();
    query(
        "SELECT case_id, case_no, status FROM case_state",
        row ->
            states.put(
                row.getObject(1, UUID.class), new State(row.getString(2), row.getString(3))));
    return states;
  }

  /**
   * The rounds of which intake has heard what the unit answered, by case; null stands for a case
   * whose answers were erased.
   */
  Map<UUID, Set<Integer>> answeredRounds() throws SQLException {
    Map<UUID, Set<Integer>> rounds = new HashMap<>();
    query(
        "SELECT case_id, round FROM reply_state",
        row ->
            rounds
                .computeIfAbsent(row.getObject(1, UUID.class), none -> new HashSet<>())
                .add(row.getObject(2, Integer.class)));
    return rounds;
  }

  /** Newest applied sequence by {@code key|source}. */
  Map<String, Long> applied() throws SQLException {
    Map<String, Long> applied = new HashMap<>();
    query(
        "SELECT key, source, last_sequence FROM consumed_sequence",
        row -> applied.put(row.getString(1) + "|" + row.getString(2), row.getLong(3)));
    return applied;
  }

  long outbox() throws SQLException {
    return number("SELECT count(*) FROM outbox");
  }

  /** Everything applied so far; grows while the service still works. */
  long appliedSum() throws SQLException {
    return number("SELECT coalesce(sum(last_sequence), 0) FROM consumed_sequence");
  }

  Map<String, String> parked() throws SQLException {
    Map<String, String> parked = new LinkedHashMap<>();
    query(
        "SELECT key, reason FROM parked_key ORDER BY since, key",
        row -> parked.put(row.getString(1), row.getString(2)));
    return parked;
  }

  Set<String> setAside() throws SQLException {
    Set<String> places = new HashSet<>();
    query(
        "SELECT topic, log_partition, log_offset FROM set_aside_record",
        row -> places.add(row.getString(1) + "-" + row.getInt(2) + "@" + row.getLong(3)));
    return places;
  }

  /** Sums of reporting's counts per day and unit. */
  Map<String, Long> headline() throws SQLException {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (String number : HeadlineRecount.NUMBERS) {
      sums.put(number, number("SELECT coalesce(sum(" + number + "), 0) FROM headline_day"));
    }
    return sums;
  }

  /** What reporting has published of rankings, by ranking and number. */
  Map<String, JsonNode> rankings() throws SQLException {
    Map<String, JsonNode> kept = new LinkedHashMap<>();
    query(
        "SELECT ranking_id::text, number, content::text FROM ranking_edition",
        row ->
            kept.put(
                PublishedRankings.name(row.getString(1), row.getInt(2)),
                PublishedRankings.json(row.getString(3))));
    return kept;
  }

  private long number(String sql) throws SQLException {
    long[] number = new long[1];
    query(sql, row -> number[0] = row.getLong(1));
    return number[0];
  }

  private void query(String sql, Row row) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        row.read(rows);
      }
    }
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
