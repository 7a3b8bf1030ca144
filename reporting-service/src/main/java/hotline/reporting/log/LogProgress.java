package hotline.reporting.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How far each partition of the lifecycle topic was read, written with what was read. */
@ApplicationScoped
public class LogProgress {

  /** Next offset of a partition and the time of its newest fact. */
  public record Reached(long nextOffset, Instant asOf) {}

  /** How far the log reaches in a partition, and how far the readers say that they have read. */
  record End(int partition, long end, long noted) {}

  /**
   * Until when everything is counted, as an expression of SQL: the partition that is furthest
   * behind says it. Null before the first fact, and while nothing of some partition was read.
   */
  public static final String AS_OF =
      "(SELECT CASE WHEN bool_and(as_of IS NOT NULL) THEN min(as_of) END FROM log_progress)";

  /** Changes whenever anything was applied, by whatever instance. */
  public long mark(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(sum(next_offset), 0) FROM log_progress");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Notes that the partitions of which nothing is left to read are read until this moment, by
   * whatever instance; and that there are others.
   *
   * @param before a moment before the ends were asked for
   */
  void saveEnds(Connection connection, List<End> ends, Instant before) throws SQLException {
    // In the order of the partitions, as the readers lock them.
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO log_progress AS known (log_partition, next_offset, as_of)"
                + " SELECT partition, 0,"
                + " CASE WHEN greatest(read.next_offset, noted) >= log_end THEN ?::timestamptz END"
                + " FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS seen (partition, log_end, noted)"
                + " LEFT JOIN log_progress read ON read.log_partition = seen.partition"
                + " ORDER BY partition"
                + " ON CONFLICT (log_partition) DO UPDATE"
                + " SET as_of = greatest(known.as_of, excluded.as_of)"
                + " WHERE excluded.as_of IS NOT NULL")) {
      upsert.setObject(1, before.atOffset(ZoneOffset.UTC));
      upsert.setArray(2, array(connection, "int4", ends, End::partition));
      upsert.setArray(3, array(connection, "int8", ends, End::end));
      upsert.setArray(4, array(connection, "int8", ends, End::noted));
      upsert.executeUpdate();
    }
  }

  private static Array array(
      Connection connection, String type, List<End> ends, Function<End, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, ends.stream().map(value).toArray());
  }

  /** Notes what this transaction has applied; a repair of older records never goes back. */
  void save(Connection tx, Map<Integer, Reached> partitions) throws SQLException {
    try (PreparedStatement upsert =
        tx.prepareStatement(
            "INSERT INTO log_progress (log_partition, next_offset, as_of) VALUES (?, ?, ?)"
                + " ON CONFLICT (log_partition) DO UPDATE SET"
                + " next_offset = greatest(log_progress.next_offset, excluded.next_offset),"
                + " as_of = greatest(log_progress.as_of, excluded.as_of)")) {
      for (Map.Entry<Integer, Reached> partition : new TreeMap<>(partitions).entrySet()) {
        upsert.setInt(1, partition.getKey());
        upsert.setLong(2, partition.getValue().nextOffset());
        upsert.setObject(3, partition.getValue().asOf().atOffset(ZoneOffset.UTC));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
