package hotline.dispatch.merging;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.UnmergeReason;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was decided about merging cases, and how each merging ended; nothing is taken away. */
@ApplicationScoped
class Mergings {

  private static final String READ =
      "select m.case_id, c.case_no, c.status, m.main_case_id, mc.case_no as main_case_no, m.reason,"
          + " m.incident_id, m.note, m.merged_at, m.ended_at, m.unmerge_reason, m.unmerge_note, m.answer_task,"
          + " m.answer_no, f.title, c.place_code, c.place_path,"
          + " mc.place_path as main_place_path, c.received_at, c.version from merging m"
          + " join handled_case c on c.case_id = m.case_id"
          + " join handled_case mc on mc.case_id = m.main_case_id"
          + " left join case_file f on f.case_id = m.case_id where ";

  private final JoinedConnection connection;

  Mergings(JoinedConnection connection) {
    this.connection = connection;
  }

  /** One merging, with what a list shows of the merged case. */
  record Merging(
      UUID caseId,
      String caseNo,
      String status,
      UUID mainCaseId,
      String mainCaseNo,
      MergeReason reason,
      UUID incidentId,
      String note,
      Instant mergedAt,
      Instant endedAt,
      UnmergeReason unmergeReason,
      String unmergeNote,
      UUID answerTask,
      int answerNo,
      String title,
      String placeCode,
      String placePath,
      String mainPlacePath,
      Instant receivedAt,
      long version) {}

  void begin(HandledCase one, CaseMerged merged, String note, Cause cause) {
    connection.write(
        "insert into merging (case_id, merging_no, main_case_id, reason, incident_id, note, merged_by,"
            + " merged_at) select ?, coalesce(max(merging_no), 0) + 1, ?, ?, ?, ?, ?, ? from merging"
            + " where case_id = ?",
        one.caseId(),
        merged.mainCaseId(),
        merged.reason().name(),
        merged.incidentId(),
        note,
        cause.actor(),
        utc(cause.at()),
        one.caseId());
  }

  void unmerged(UUID caseId, UnmergeReason reason, String note, Cause cause) {
    connection.write(
        "update merging set ended_at = ?, ended_by = ?, unmerge_reason = ?, unmerge_note = ?"
            + " where case_id = ? and ended_at is null",
        utc(cause.at()),
        cause.actor(),
        reason.name(),
        note,
        caseId);
  }

  /** The merged case itself ended, so that its citizen asks for nothing more. */
  void over(UUID caseId, Cause cause) {
    connection.write(
        "update merging set ended_at = ?, ended_by = ? where case_id = ? and ended_at is null",
        utc(cause.at()),
        cause.actor(),
        caseId);
  }

  void answered(HandledCase one, Assignment by, Cause cause) {
    connection.write(
        "update merging set ended_at = ?, ended_by = ?, answer_task = ?, answer_no = ?,"
            + " answer_round = ? where case_id = ? and ended_at is null",
        utc(cause.at()),
        cause.actor(),
        by.assignmentId(),
        by.replies(),
        one.roundToDispatch(),
        one.caseId());
  }

  /** The last one of a case. */
  Optional<Merging> of(UUID caseId) {
    return read("m.case_id = ? order by m.merging_no desc limit 1", caseId).stream().findFirst();
  }

  /** Those into a main case that were not taken back, first merged first. */
  List<Merging> into(UUID mainCaseId) {
    return read("m.main_case_id = ? and m.unmerge_reason is null order by m.merged_at", mainCaseId);
  }

  /** The words that answered a case together with its main one. */
  Optional<String> answer(Merging merging) {
    if (merging.answerTask() == null) {
      return Optional.empty();
    }
    return connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select public_reply from reply where assignment_id = ? and reply_no = ?")) {
            sql.setObject(1, merging.answerTask());
            sql.setInt(2, merging.answerNo());
            try (ResultSet row = sql.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  private List<Merging> read(String where, UUID caseId) {
    return connection.call(
        tx -> {
          List<Merging> found = new ArrayList<>();
          try (PreparedStatement sql = tx.prepareStatement(READ + where)) {
            sql.setObject(1, caseId);
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                found.add(merging(row));
              }
            }
          }
          return found;
        });
  }

  private static Merging merging(ResultSet row) throws SQLException {
    String unmerged = row.getString("unmerge_reason");
    return new Merging(
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("status"),
        row.getObject("main_case_id", UUID.class),
        row.getString("main_case_no"),
        MergeReason.valueOf(row.getString("reason")),
        row.getObject("incident_id", UUID.class),
        row.getString("note"),
        instant(row, "merged_at"),
        instant(row, "ended_at"),
        unmerged == null ? null : UnmergeReason.valueOf(unmerged),
        row.getString("unmerge_note"),
        row.getObject("answer_task", UUID.class),
        row.getInt("answer_no"),
        row.getString("title"),
        row.getString("place_code"),
        row.getString("place_path"),
        row.getString("main_place_path"),
        instant(row, "received_at"),
        row.getLong("version"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
