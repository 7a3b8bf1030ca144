package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** The last applied number of each stream, and the parked keys beside it: one read, one write. */
final class ConsumedSequences {

  private final String read;
  private final String advance;

  ConsumedSequences(String schema) {
    String sequences = Tables.name(schema, "consumed_sequence");
    // Parked keys are locked, and before anything else: a re-drive that releases a key must not do
    // so between this look and the commit. The lateral keeps the planner on the index, whatever the
    // size of the table was when it planned.
    read =
        "WITH parked AS MATERIALIZED (SELECT key, reason, gap_source, gap_number FROM "
            + Tables.name(schema, "parked_key")
            + " WHERE key = ANY (?) ORDER BY key FOR UPDATE)"
            + " SELECT key, gap_source, gap_number, reason FROM parked"
            + " UNION ALL SELECT wanted.key, wanted.source, seen.last_sequence, NULL"
            + " FROM unnest(?::text[], ?::text[]) AS wanted (key, source)"
            + " CROSS JOIN LATERAL (SELECT c.last_sequence FROM "
            + sequences
            + " c WHERE c.key = wanted.key AND c.source = wanted.source OFFSET 0) AS seen";
    advance =
        "INSERT INTO "
            + sequences
            + " AS c (key, source, last_sequence, previous_sequence)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])"
            + " ON CONFLICT (key, source) DO UPDATE SET last_sequence = EXCLUDED.last_sequence,"
            + " previous_sequence = EXCLUDED.previous_sequence"
            + " WHERE c.last_sequence = EXCLUDED.previous_sequence";
  }

  Known read(Connection tx, Collection<Placed> records) throws SQLException {
    TreeSet<Position> positions = new TreeSet<>();
    TreeSet<String> keys = new TreeSet<>();
    for (Placed record : records) {
      positions.add(record.position());
      keys.add(record.incoming().key());
    }
    Map<Position, Long> last = new HashMap<>(positions.size() * 2);
    Map<String, ParkedBecause> parked = new HashMap<>();
    try (PreparedStatement sql = tx.prepareStatement(read)) {
      sql.setArray(1, tx.createArrayOf("text", keys.toArray()));
      setPositions(tx, sql, 2, positions);
      try (ResultSet rows = sql.executeQuery()) {
        while (rows.next()) {
          String reason = rows.getString(4);
          if (reason != null) {
            parked.put(
                rows.getString(1), new ParkedBecause(reason, rows.getString(2), rows.getLong(3)));
          } else {
            last.put(new Position(rows.getString(1), rows.getString(2)), rows.getLong(3));
          }
        }
      }
    }
    return new Known(last, parked);
  }

  /**
   * Claims the numbers before their effects are written: a second consumer waits here for the first
   * one's commit and then finds that it was too late.
   */
  void advance(Connection tx, SortedMap<Position, Advance> advances) throws SQLException {
    Long[] to = new Long[advances.size()];
    Long[] from = new Long[advances.size()];
    int at = 0;
    for (Advance moved : advances.values()) {
      to[at] = moved.to();
      from[at++] = moved.from();
    }
    try (PreparedStatement sql = tx.prepareStatement(advance)) {
      setPositions(tx, sql, 1, advances.keySet());
      sql.setArray(3, tx.createArrayOf("int8", to));
      sql.setArray(4, tx.createArrayOf("int8", from));
      if (sql.executeUpdate() != advances.size()) {
        throw new RacedByAnotherConsumer();
      }
    }
  }

  private static void setPositions(
      Connection tx, PreparedStatement sql, int first, Collection<Position> positions)
      throws SQLException {
    String[] keys = new String[positions.size()];
    String[] sources = new String[positions.size()];
    int at = 0;
    for (Position position : positions) {
      keys[at] = position.key();
      sources[at++] = position.source();
    }
    sql.setArray(first, tx.createArrayOf("text", keys));
    sql.setArray(first + 1, tx.createArrayOf("text", sources));
  }
}
