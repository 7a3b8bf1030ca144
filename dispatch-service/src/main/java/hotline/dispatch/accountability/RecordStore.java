package hotline.dispatch.accountability;

import hotline.access.OnGrid;
import hotline.dispatch.accountability.AccountabilityRecord.RestsOn;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.lists.Cursor;
import hotline.lifecycle.SupervisionReason;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of criticisms and talks: added and never changed; the newest first. */
@ApplicationScoped
public class RecordStore {

  private static final String OF_UNIT =
      " (cast(? as text) is null or r.unit_path = ? or (r.unit_path > ? || '/' and r.unit_path < ? || '0'))";
  private static final String WHERE =
      " from accountability_record r where"
          + OF_UNIT
          + " and (cast(? as text) is null or r.unit_id = ?)"
          + " and (cast(? as uuid) is null or exists (select 1 from accountability_case o"
          + " where o.record_id = r.record_id and o.case_id = ?))"
          // It names all cases on which it rests.
          + " and (cast(? as text) is null or not exists (select 1 from accountability_case o"
          + " join handled_case g on g.case_id = o.case_id where o.record_id = r.record_id and not "
          + OnGrid.sql("g.place_path", "?")
          + "))";

  private final DataSource database;
  private final JoinedConnection connection;
  private final DirectoryStore directory;

  RecordStore(DataSource database, JoinedConnection connection, DirectoryStore directory) {
    this.database = database;
    this.connection = connection;
    this.directory = directory;
  }

  /** A page of records with their exact count. */
  @Schema(name = "AccountabilityPage")
  public record Page(List<AccountabilityRecord> items, long count, String nextCursor) {}

  void add(AccountabilityRecord kept, String unitPath, String by) {
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into accountability_record (record_id, paper_no, measure, unit_id,"
                      + " unit_path, reason, words, people, held_on, recorded_by, recorded_at)"
                      + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            sql.setObject(1, kept.recordId());
            sql.setString(2, kept.paperNo());
            sql.setString(3, kept.measure().name());
            sql.setString(4, kept.unitId());
            sql.setString(5, unitPath);
            sql.setString(6, kept.reason().name());
            sql.setString(7, kept.words());
            sql.setString(8, kept.people());
            sql.setObject(9, kept.heldOn());
            sql.setString(10, by);
            sql.setObject(11, kept.recordedAt().atOffset(ZoneOffset.UTC));
            sql.executeUpdate();
          }
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into accountability_case (record_id, case_id) values (?, ?)")) {
            for (RestsOn one : kept.cases()) {
              sql.setObject(1, kept.recordId());
              sql.setObject(2, one.caseId());
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  /** Which of these cases the unit has, or had, in hand. */
  Set<UUID> handledBy(String unitId, Collection<UUID> caseIds) {
    return connection.call(
        tx -> {
          Set<UUID> handled = new HashSet<>();
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select distinct case_id from assignment where unit_id = ? and case_id = any(?)")) {
            sql.setString(1, unitId);
            sql.setArray(2, tx.createArrayOf("uuid", caseIds.toArray()));
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                handled.add(row.getObject(1, UUID.class));
              }
            }
          }
          return handled;
        });
  }

  /**
   * @param below the subtree to which the reader is limited; null for none
   * @param grid the grid to which the reader is limited; null for none
   * @param unitId only those of this unit; null for all
   * @param caseId only those that rest on this case; null for all
   */
  Page page(String below, String grid, String unitId, UUID caseId, Cursor after, int limit) {
    try (Connection reading = database.getConnection()) {
      long count;
      try (PreparedStatement sql = reading.prepareStatement("select count(*)" + WHERE)) {
        scope(sql, below, grid, unitId, caseId);
        try (ResultSet row = sql.executeQuery()) {
          row.next();
          count = row.getLong(1);
        }
      }
      List<AccountabilityRecord> found =
          rows(reading, below, grid, unitId, caseId, after, limit + 1);
      List<AccountabilityRecord> items = found.subList(0, Math.min(limit, found.size()));
      AccountabilityRecord last = found.size() > limit ? items.get(limit - 1) : null;
      return new Page(
          List.copyOf(items),
          count,
          last == null ? null : new Cursor(last.recordedAt(), last.recordId()).text());
    } catch (SQLException e) {
      throw new IllegalStateException("The records of criticisms and talks cannot be read", e);
    }
  }

  private List<AccountabilityRecord> rows(
      Connection reading,
      String below,
      String grid,
      String unitId,
      UUID caseId,
      Cursor after,
      int limit)
      throws SQLException {
    Directory names = directory.recent();
    List<AccountabilityRecord> found = new ArrayList<>();
    try (PreparedStatement sql =
        reading.prepareStatement(
            "select r.record_id, r.paper_no, r.measure, r.unit_id, r.reason, r.words, r.people,"
                + " r.held_on, r.recorded_at,"
                + " (select array_agg(c.case_id order by c.case_no) from accountability_case a"
                + " join handled_case c using (case_id) where a.record_id = r.record_id),"
                + " (select array_agg(c.case_no order by c.case_no) from accountability_case a"
                + " join handled_case c using (case_id) where a.record_id = r.record_id)"
                + WHERE
                + (after == null ? "" : " and (r.recorded_at, r.record_id) < (?, ?)")
                + " order by r.recorded_at desc, r.record_id desc limit "
                + limit)) {
      int next = scope(sql, below, grid, unitId, caseId);
      if (after != null) {
        sql.setObject(next, after.due().atOffset(ZoneOffset.UTC));
        sql.setObject(next + 1, after.id());
      }
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.add(
              new AccountabilityRecord(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  Measure.valueOf(row.getString(3)),
                  row.getString(4),
                  names.unitName(row.getString(4)),
                  SupervisionReason.valueOf(row.getString(5)),
                  row.getString(6),
                  row.getString(7),
                  row.getObject(8, LocalDate.class),
                  row.getObject(9, OffsetDateTime.class).toInstant(),
                  cases(row.getArray(10), row.getArray(11))));
        }
      }
    }
    return found;
  }

  private static List<RestsOn> cases(Array ids, Array numbers) throws SQLException {
    UUID[] caseIds = (UUID[]) ids.getArray();
    String[] caseNos = (String[]) numbers.getArray();
    List<RestsOn> cases = new ArrayList<>();
    for (int i = 0; i < caseIds.length; i++) {
      cases.add(new RestsOn(caseIds[i], caseNos[i]));
    }
    return cases;
  }

  /** Returns the place of the next parameter. */
  private static int scope(
      PreparedStatement sql, String below, String grid, String unitId, UUID caseId)
      throws SQLException {
    for (int i = 1; i <= 4; i++) {
      sql.setString(i, below);
    }
    sql.setString(5, unitId);
    sql.setString(6, unitId);
    sql.setObject(7, caseId);
    sql.setObject(8, caseId);
    for (int i = 9; i <= 11; i++) {
      sql.setString(i, grid);
    }
    return 12;
  }
}
