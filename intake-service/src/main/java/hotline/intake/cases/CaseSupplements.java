package hotline.intake.cases;

import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.Channel;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What citizens added to their cases. */
@ApplicationScoped
public class CaseSupplements {
  private static final String ALL = "";

  private final JoinedConnection database;

  @Inject
  CaseSupplements(JoinedConnection database) {
    this.database = database;
  }

  /** Adds one; returns all of the case in their order. */
  List<Supplement> add(UUID caseId, Supplement supplement, Channel through) {
    return add(caseId, supplement, through, false);
  }

  /** Adds what was told when a closed case was to be handled again; returns all as well. */
  List<Supplement> addForReopening(UUID caseId, Supplement supplement, Channel through) {
    return add(caseId, supplement, through, true);
  }

  private List<Supplement> add(
      UUID caseId, Supplement supplement, Channel through, boolean forReopening) {
    return database.call(
        tx -> {
          insert(tx, caseId, supplement, through, forReopening);
          return select(tx, caseId, ALL);
        });
  }

  /** Other texts of those that stand there already. */
  void retell(UUID caseId, List<Supplement> masked) {
    if (masked.isEmpty()) {
      return;
    }
    database.call(
        tx -> {
          try (PreparedStatement update =
              tx.prepareStatement(
                  "UPDATE case_supplement SET text = ? WHERE case_id = ? AND supplement_no = ?")) {
            for (Supplement one : masked) {
              update.setString(1, one.text());
              update.setObject(2, caseId);
              update.setInt(3, one.supplementNo());
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  /** All of a case in their order. */
  public List<Supplement> of(UUID caseId) {
    return database.call(tx -> select(tx, caseId, ALL));
  }

  /** Those that are supplements and nothing else, in their order. */
  public List<Supplement> plainOf(UUID caseId) {
    return database.call(tx -> select(tx, caseId, " AND NOT for_reopening"));
  }

  private static void insert(
      Connection tx, UUID caseId, Supplement supplement, Channel through, boolean forReopening)
      throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO case_supplement (case_id, supplement_no, added_at, channel, text, for_reopening)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, caseId);
      insert.setInt(2, supplement.supplementNo());
      insert.setObject(3, supplement.addedAt().atOffset(ZoneOffset.UTC));
      insert.setString(4, through.name());
      insert.setString(5, supplement.text());
      insert.setBoolean(6, forReopening);
      insert.executeUpdate();
    }
  }

  private static List<Supplement> select(Connection tx, UUID caseId, String condition)
      throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT supplement_no, added_at, text FROM case_supplement WHERE case_id = ?"
                + condition
                + " ORDER BY supplement_no")) {
      select.setObject(1, caseId);
      try (ResultSet rows = select.executeQuery()) {
        List<Supplement> all = new ArrayList<>();
        while (rows.next()) {
          all.add(
              new Supplement(
                  rows.getInt(1),
                  rows.getObject(2, OffsetDateTime.class).toInstant(),
                  rows.getString(3)));
        }
        return all;
      }
    }
  }
}
