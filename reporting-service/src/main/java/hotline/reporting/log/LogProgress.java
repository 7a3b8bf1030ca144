package hotline.reporting.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** How far each partition of the lifecycle topic was read, written with what was read. */
@ApplicationScoped
public class LogProgress {

  /** Next offset of a partition and the time of its newest fact. */
  public record Reached(long nextOffset, Instant asOf) {}

  /** When the newest fact that is counted was recorded; null before the first. */
  public Instant asOf(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT max(as_of) FROM log_progress");
        ResultSet row = select.executeQuery()) {
      row.next();
      OffsetDateTime newest = row.getObject(1, OffsetDateTime.class);
      return newest == null ? null : newest.toInstant();
    }
  }

  /** Changes whenever anything was applied, by whatever instance. */
  public long mark(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(sum(next_offset), 0) FROM log_progress");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
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
