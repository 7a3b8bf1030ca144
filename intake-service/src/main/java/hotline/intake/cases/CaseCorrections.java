package hotline.intake.cases;

import hotline.intake.cases.Correction.Change;
import hotline.lifecycle.CorrectedField;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What was put right in cases, value by value. */
@ApplicationScoped
public class CaseCorrections {
  private final JoinedConnection database;

  CaseCorrections(JoinedConnection database) {
    this.database = database;
  }

  void add(UUID caseId, Correction correction) {
    database.call(
        tx -> {
          insert(tx, caseId, correction);
          return null;
        });
  }

  /** All of a case in their order; most cases have none and cost no statement. */
  public List<Correction> of(HotlineCase about) {
    return about.correctionCount() == 0 ? List.of() : database.call(tx -> select(tx, about.id()));
  }

  private static void insert(Connection tx, UUID caseId, Correction correction)
      throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO case_correction (case_id, correction_no, field, corrected_at, corrected_by,"
                + " reason, value_before, value_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Change change : correction.changes()) {
        insert.setObject(1, caseId);
        insert.setInt(2, correction.correctionNo());
        insert.setString(3, change.field().name());
        insert.setObject(4, correction.at().atOffset(ZoneOffset.UTC));
        insert.setString(5, correction.by());
        insert.setString(6, correction.reason());
        insert.setString(7, change.before());
        insert.setString(8, change.after());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<Correction> select(Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT correction_no, field, corrected_at, corrected_by, reason, value_before,"
                + " value_after FROM case_correction WHERE case_id = ? ORDER BY correction_no")) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        List<Correction> all = new ArrayList<>();
        while (row.next()) {
          int no = row.getInt(1);
          Correction last = all.isEmpty() ? null : all.get(all.size() - 1);
          List<Change> changes = new ArrayList<>();
          if (last != null && last.correctionNo() == no) {
            changes.addAll(last.changes());
            all.remove(last);
          }
          changes.add(
              new Change(
                  CorrectedField.valueOf(row.getString(2)), row.getString(6), row.getString(7)));
          changes.sort(Comparator.comparing(Change::field));
          all.add(
              new Correction(
                  no,
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getString(4),
                  row.getString(5),
                  changes));
        }
        return all;
      }
    }
  }
}
