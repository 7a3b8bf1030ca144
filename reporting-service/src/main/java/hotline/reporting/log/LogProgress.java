package hotline.reporting.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
   * Until when the log was read, as an expression of SQL: the partition that is furthest behind
   * says it. What a service has not sent yet may be missing before it. Null before the first fact,
   * and while nothing of some partition was read.
   */
  public static final String AS_OF =
      "(SELECT CASE WHEN bool_and(as_of IS NOT NULL) THEN min(as_of) END FROM log_progress)";

  /**
   * Until when every fact is counted that any service recorded, as an expression of SQL: all of
   * them have said by then that they had sent what they knew, and the log was read so far as it
   * reached when they were heard. Null while one of them was never heard.
   */
  public static final String COMPLETE_UNTIL =
      "(SELECT CASE WHEN bool_and(complete_until IS NOT NULL) THEN min(complete_until) END"
          + " FROM log_progress)";

  /** Changes whenever anything was applied, by whatever instance. */
  public long mark(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(sum(next_offset), 0) FROM log_progress");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Until when every fact is counted; null while that is not known. */
  public Instant completeUntil(Connection connection) throws SQLException {
    return moment(connection, COMPLETE_UNTIL);
  }

  /** Until when the log was read; what a service has not sent yet may be missing before it. */
  public Instant readUntil(Connection connection) throws SQLException {
    return moment(connection, AS_OF);
  }

  private static Instant moment(Connection connection, String expression) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT " + expression);
        ResultSet row = select.executeQuery()) {
      row.next();
      OffsetDateTime until = row.getObject(1, OffsetDateTime.class);
      return until == null ? null : until.toInstant();
    }
  }

  /**
   * Notes that the partitions of which nothing is left to read are read until this moment, by
   * whatever instance; and that there are others. One to which there is always something added is
   * complete when it is read so far as it reached at a look before.
   *
   * @param before a moment before the ends were asked for
   * @param sentUntil until when all services had sent everything, as heard before the ends were
   *     asked for; null when one of them was never heard
   */
  void saveEnds(Connection connection, List<End> ends, Instant before, Instant sentUntil)
      throws SQLException {
    // A clock that is wrong elsewhere makes nothing complete that has not been yet.
    Instant complete = sentUntil == null || sentUntil.isBefore(before) ? sentUntil : before;
    // In the order of the partitions, as the readers lock them.
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO log_progress AS known (log_partition, next_offset, as_of, complete_until,"
                + " look_end, look_until)"
                + " SELECT partition, 0, CASE WHEN reached >= log_end THEN before END,"
                + " CASE WHEN reached >= log_end THEN until"
                + " WHEN reached >= look_end THEN look_until END,"
                + " CASE WHEN until IS NULL OR reached >= log_end THEN NULL"
                + " WHEN reached < look_end THEN look_end ELSE log_end END,"
                + " CASE WHEN until IS NULL OR reached >= log_end THEN NULL"
                + " WHEN reached < look_end THEN look_until ELSE until END"
                + " FROM (SELECT partition, log_end, greatest(read.next_offset, noted) AS reached,"
                + " look_end, look_until, ?::timestamptz AS before, ?::timestamptz AS until"
                + " FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS seen (partition, log_end, noted)"
                + " LEFT JOIN log_progress read ON read.log_partition = seen.partition) looked"
                + " ORDER BY partition"
                + " ON CONFLICT (log_partition) DO UPDATE"
                + " SET as_of = greatest(known.as_of, excluded.as_of),"
                + " complete_until = greatest(known.complete_until, excluded.complete_until),"
                + " look_end = excluded.look_end, look_until = excluded.look_until"
                + " WHERE excluded.as_of IS NOT NULL OR excluded.complete_until IS NOT NULL"
                + " OR excluded.look_end IS DISTINCT FROM known.look_end")) {
      upsert.setObject(1, before.atOffset(ZoneOffset.UTC));
      upsert.setObject(2, complete == null ? null : complete.atOffset(ZoneOffset.UTC));
      upsert.setArray(3, array(connection, "int4", ends, End::partition));
      upsert.setArray(4, array(connection, "int8", ends, End::end));
      upsert.setArray(5, array(connection, "int8", ends, End::noted));
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
