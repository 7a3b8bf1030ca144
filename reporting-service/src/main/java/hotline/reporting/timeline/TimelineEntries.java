package hotline.reporting.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The table of the timeline, partitioned by the month of recording. */
@ApplicationScoped
public class TimelineEntries {

  private static final long PARTITION_LOCK = 0x74696d656c696e65L;

  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();
  private final TransactionSynchronizationRegistry transaction;

  TimelineEntries(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /** Adds what a poll brought. */
  public void append(Connection tx, List<TimelineEntry> entries) throws SQLException {
    ensureMonths(tx, entries);
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO timeline_entry (case_id, source, sequence, event_id, type, occurred_at,"
                + " recorded_at, unit, actor, superseded, log_offset, data)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
      for (TimelineEntry entry : entries) {
        insert.setObject(1, entry.caseId());
        insert.setString(2, entry.source());
        insert.setLong(3, entry.sequence());
        insert.setObject(4, entry.eventId());
        insert.setString(5, entry.type());
        insert.setObject(6, entry.occurredAt().atOffset(ZoneOffset.UTC));
        insert.setObject(7, entry.recordedAt().atOffset(ZoneOffset.UTC));
        insert.setString(8, entry.unit());
        insert.setString(9, entry.actor());
        insert.setBoolean(10, entry.superseded());
        insert.setLong(11, entry.logOffset());
        insert.setString(12, entry.data());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The facts of one case in the order of the log. */
  List<TimelineEntry> of(Connection connection, UUID caseId, Instant notBefore)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT case_id, source, sequence, event_id, type, occurred_at, recorded_at, unit, actor,"
                + " superseded, log_offset, data FROM timeline_entry"
                + " WHERE case_id = ? AND recorded_at >= ? ORDER BY log_offset")) {
      select.setObject(1, caseId);
      select.setObject(2, notBefore.atOffset(ZoneOffset.UTC));
      List<TimelineEntry> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new TimelineEntry(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getObject(4, UUID.class),
                  rows.getString(5),
                  rows.getObject(6, OffsetDateTime.class).toInstant(),
                  rows.getObject(7, OffsetDateTime.class).toInstant(),
                  rows.getString(8),
                  rows.getString(9),
                  rows.getBoolean(10),
                  rows.getLong(11),
                  rows.getString(12)));
        }
      }
      return entries;
    }
  }

  private void ensureMonths(Connection tx, List<TimelineEntry> entries) throws SQLException {
    Set<YearMonth> missing =
        entries.stream()
            .map(entry -> YearMonth.from(entry.recordedAt().atOffset(ZoneOffset.UTC)))
            .filter(month -> !known.contains(month))
            .collect(Collectors.toCollection(TreeSet::new));
    if (missing.isEmpty()) {
      return;
    }
    try (Statement sql = tx.createStatement()) {
      // Two consumers that meet a new month make its partition one after the other.
      sql.execute("SELECT pg_advisory_xact_lock(" + PARTITION_LOCK + ")");
      for (YearMonth month : missing) {
        sql.execute(
            "CREATE TABLE IF NOT EXISTS timeline_entry_"
                + month.toString().replace('-', '_')
                + " PARTITION OF timeline_entry FOR VALUES FROM ('"
                + month.atDay(1)
                + "T00:00:00Z') TO ('"
                + month.plusMonths(1).atDay(1)
                + "T00:00:00Z')");
      }
    }
    rememberAfterCommit(missing);
  }

  private void rememberAfterCommit(Set<YearMonth> months) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              known.addAll(months);
            }
          }
        });
  }
}
