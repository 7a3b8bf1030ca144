package hotline.access.testing.proofs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A fingerprint of every table; what moves by itself between log, database and clock is left out.
 */
public final class DatabaseState {
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "outbox",
          "timer",
          "log_progress",
          "log_sent_until",
          "consumed_sequence",
          "flyway_schema_history");

  private final Map<String, String> fingerprints = new TreeMap<>();

  private DatabaseState() {}

  public static DatabaseState of(DataSource database) {
    DatabaseState state = new DatabaseState();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      String each =
          tables(sql).stream()
              .filter(table -> !BOOKKEEPING.contains(table))
              .map(
                  table ->
                      "select '%1$s', count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from %1$s t"
                          .formatted(table))
              .collect(Collectors.joining(" union all "));
      try (ResultSet row = sql.executeQuery(each)) {
        while (row.next()) {
          state.fingerprints.put(row.getString(1), row.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The state of the database cannot be read", e);
    }
    return state;
  }

  private static List<String> tables(Statement sql) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        sql.executeQuery(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'r' and n.nspname = current_schema() order by 1")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /** The tables that differ. */
  public List<String> changedSince(DatabaseState before) {
    return fingerprints.keySet().stream()
        .filter(table -> !fingerprints.get(table).equals(before.fingerprints.get(table)))
        .toList();
  }
}
