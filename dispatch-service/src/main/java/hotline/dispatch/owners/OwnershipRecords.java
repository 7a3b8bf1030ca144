package hotline.dispatch.owners;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What was said and done about owned cases: added and never changed. */
@ApplicationScoped
class OwnershipRecords {

  private final DataSource database;
  private final JoinedConnection connection;

  OwnershipRecords(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Numbers the record; the ownership is written afterwards. */
  Numbered next(CaseOwnership of, OwnershipRecord said) {
    return new Numbered(of.ownershipId(), of.nextRecord(), said);
  }

  /** A record with its place. */
  record Numbered(UUID ownershipId, int number, OwnershipRecord said) {}

  void add(List<Numbered> records, Cause cause) {
    if (records.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into ownership_record (ownership_id, record_no, kind, words, visited_on,"
                      + " place, met, leader_unit_id, leader_post, recorded_by, recorded_at)"
                      + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Numbered each : records) {
              OwnershipRecord said = each.said();
              sql.setObject(1, each.ownershipId());
              sql.setInt(2, each.number());
              sql.setString(3, said.kind().name());
              sql.setString(4, said.words());
              sql.setObject(5, said.visitedOn());
              sql.setString(6, said.place());
              sql.setString(7, text(said.met()));
              sql.setString(8, said.leaderUnitId());
              sql.setString(9, said.leaderPost());
              sql.setString(10, cause.actor());
              sql.setObject(11, cause.at().atOffset(ZoneOffset.UTC));
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  Map<UUID, List<OwnershipRecord>> of(Collection<UUID> ownershipIds, Directory names) {
    Map<UUID, List<OwnershipRecord>> found = new HashMap<>();
    if (ownershipIds.isEmpty()) {
      return found;
    }
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select ownership_id, record_no, kind, words, visited_on, place, met,"
                    + " leader_unit_id, leader_post, recorded_at from ownership_record"
                    + " where ownership_id = any(?) order by ownership_id, record_no")) {
      sql.setArray(1, reading.createArrayOf("uuid", ownershipIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(record(row, names));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The records of owned cases cannot be read", e);
    }
  }

  private static OwnershipRecord record(ResultSet row, Directory names) throws SQLException {
    String unit = row.getString(8);
    return new OwnershipRecord(
        row.getInt(2),
        RecordKind.valueOf(row.getString(3)),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        met(row.getString(7)),
        unit,
        unit == null ? null : names.unitName(unit),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }

  private static String text(List<Met> met) {
    return met.isEmpty() ? null : met.stream().map(Met::name).collect(Collectors.joining(","));
  }

  private static List<Met> met(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(Met::valueOf).toList();
  }
}
