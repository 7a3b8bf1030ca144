package hotline.intake.knowledge;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was said to be wrong (答错了), and what became of it. */
@ApplicationScoped
class KnowledgeReports {

  /**
   * One report.
   *
   * @param caseId the case in which it was read out; null of none, and for who does not see it
   * @param words masked; null when the reason says enough
   * @param reportedBy user id
   * @param decision null while its owner has not decided
   */
  public record ReportView(
      UUID reportId,
      String code,
      int version,
      UUID caseId,
      String caseNo,
      ReportReason reason,
      String words,
      Instant reportedAt,
      String reportedBy,
      ReportDecision decision,
      Instant decidedAt,
      String decidedBy,
      String decidedBecause) {}

  private final JoinedConnection database;

  @Inject
  KnowledgeReports(JoinedConnection database) {
    this.database = database;
  }

  /** Refuses a case that the actor does not see, or that was not answered with this version. */
  void requireAnsweredWith(UUID caseId, String code, int version, Scope scope) {
    boolean answered =
        database.call(
            tx -> {
              try (PreparedStatement select =
                  tx.prepareStatement(
                      "SELECT place_path FROM hotline_case WHERE id = ? AND knowledge_item = ?"
                          + " AND knowledge_version = ?")) {
                select.setObject(1, caseId);
                select.setString(2, code);
                select.setString(3, Integer.toString(version));
                try (ResultSet row = select.executeQuery()) {
                  return row.next() && scope.seesGrid(row.getString(1));
                }
              }
            });
    if (!answered) {
      throw new Invalid(
          "caseId",
          "unknown-value",
          "该工单不是用这个版本答复的，请核对，或不填工单。",
          "This case was not answered with that version: check it, or leave the case out.");
    }
  }

  /** False when the same person has said so of the same answer. */
  boolean add(
      UUID id,
      String code,
      int version,
      UUID caseId,
      ReportReason reason,
      String words,
      String by,
      Instant at) {
    return database.call(
        tx -> {
          try (PreparedStatement insert =
              tx.prepareStatement(
                  "INSERT INTO knowledge_report (id, code, version, case_id, reason, words, reported_at,"
                      + " reported_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                      + " ON CONFLICT (case_id, code, version, reported_by) WHERE case_id IS NOT NULL"
                      + " DO NOTHING")) {
            insert.setObject(1, id);
            insert.setString(2, code);
            insert.setInt(3, version);
            insert.setObject(4, caseId);
            insert.setString(5, reason.name());
            insert.setString(6, words);
            insert.setObject(7, at.atOffset(ZoneOffset.UTC));
            insert.setString(8, by);
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** Refuses what was decided already. */
  void decide(
      String code, UUID id, ReportDecision decision, String because, String by, Instant at) {
    int decided =
        database.write(
            "UPDATE knowledge_report SET decision = ?, decided_at = ?, decided_by = ?,"
                + " decided_because = ? WHERE id = ? AND code = ? AND decision IS NULL",
            decision.name(),
            at.atOffset(ZoneOffset.UTC),
            by,
            because,
            id,
            code);
    if (decided == 0) {
      throw exists(code, id) ? KnowledgeRefused.decided() : new NotFound("差错报告", "report");
    }
  }

  private boolean exists(String code, UUID id) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement("SELECT 1 FROM knowledge_report WHERE id = ? AND code = ?")) {
            select.setObject(1, id);
            select.setString(2, code);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** Those of an item: what is to be decided first, then the newest. */
  Page<ReportView> of(String code, KnowledgeRights rights, PageRequest page) {
    int from = Offset.of(page);
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT r.*, c.case_no, c.place_path, count(*) OVER () AS total FROM knowledge_report r"
                      + " LEFT JOIN hotline_case c ON c.id = r.case_id WHERE r.code = ?"
                      + " ORDER BY r.decision IS NOT NULL, r.reported_at DESC, r.id OFFSET ? LIMIT ?")) {
            select.setString(1, code);
            select.setInt(2, from);
            select.setInt(3, page.limit());
            try (ResultSet row = select.executeQuery()) {
              List<ReportView> reports = new ArrayList<>();
              long total = 0;
              while (row.next()) {
                total = row.getLong("total");
                reports.add(view(row, rights));
              }
              return Offset.page(reports, total, from);
            }
          }
        });
  }

  private static ReportView view(ResultSet row, KnowledgeRights rights) throws SQLException {
    boolean withCase = rights.seesCaseAt(row.getString("place_path"));
    String decision = row.getString("decision");
    return new ReportView(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getInt("version"),
        withCase ? row.getObject("case_id", UUID.class) : null,
        withCase ? row.getString("case_no") : null,
        ReportReason.valueOf(row.getString("reason")),
        row.getString("words"),
        instant(row, "reported_at"),
        row.getString("reported_by"),
        decision == null ? null : ReportDecision.valueOf(decision),
        instant(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("decided_because"));
  }
}
