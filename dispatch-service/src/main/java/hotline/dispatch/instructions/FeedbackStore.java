package hotline.dispatch.instructions;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.cases.Cause;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What units report about instructions: added, judged once, and never changed. */
@ApplicationScoped
class FeedbackStore {

  private final DataSource database;
  private final JoinedConnection connection;

  FeedbackStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  void add(UUID receiptId, int answerNo, String words, Cause cause) {
    connection.write(
        "insert into instruction_feedback (receipt_id, answer_no, words, answered_by, answered_at)"
            + " values (?, ?, ?, ?, ?)",
        receiptId,
        answerNo,
        words,
        cause.actor(),
        cause.at().atOffset(ZoneOffset.UTC));
  }

  void judge(UUID receiptId, int answerNo, boolean accepted, String remark, Cause cause) {
    connection.write(
        "update instruction_feedback set accepted = ?, remark = ?, judged_by = ?, judged_at = ?"
            + " where receipt_id = ? and answer_no = ?",
        accepted,
        remark,
        cause.actor(),
        cause.at().atOffset(ZoneOffset.UTC),
        receiptId,
        answerNo);
  }

  Map<UUID, List<Feedback>> of(Collection<UUID> receiptIds) {
    Map<UUID, List<Feedback>> found = new HashMap<>();
    if (receiptIds.isEmpty()) {
      return found;
    }
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select receipt_id, answer_no, words, answered_at, accepted, remark, judged_at from"
                    + " instruction_feedback where receipt_id = any(?)"
                    + " order by receipt_id, answer_no")) {
      sql.setArray(1, reading.createArrayOf("uuid", receiptIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(
                  new Feedback(
                      row.getInt(2),
                      row.getString(3),
                      instant(row, 4),
                      row.getObject(5, Boolean.class),
                      row.getString(6),
                      instant(row, 7)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Feedback about instructions cannot be read", e);
    }
  }
}
