package hotline.dispatch.assignments;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.assignments.Reply.Decision;
import hotline.dispatch.assignments.Reply.Review;
import hotline.dispatch.attachments.AttachedTo;
import hotline.dispatch.attachments.AttachmentStore;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.ReplyRejection;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Attempts and replies: written once, in the act's transaction, and never changed but by a review.
 */
@ApplicationScoped
public class HandlingRecords {

  private final DataSource database;
  private final JoinedConnection connection;

  HandlingRecords(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  void add(UUID assignmentId, ContactAttempt attempt) {
    connection.write(
        "insert into contact_attempt (assignment_id, attempt_no, result, channel, note, attempted_by,"
            + " attempted_at) values (?, ?, ?, ?, ?, ?, ?)",
        assignmentId,
        attempt.attemptNo(),
        attempt.result().name(),
        attempt.channel().name(),
        attempt.note(),
        attempt.actor(),
        attempt.at().atOffset(ZoneOffset.UTC));
  }

  void add(UUID assignmentId, Reply reply) {
    connection.write(
        "insert into reply (assignment_id, reply_no, handling_text, public_reply, claimed_solved,"
            + " submitted_by, submitted_at) values (?, ?, ?, ?, ?, ?, ?)",
        assignmentId,
        reply.replyNo(),
        reply.handlingText(),
        reply.publicReply(),
        reply.claimedSolved(),
        reply.submittedBy(),
        reply.submittedAt().atOffset(ZoneOffset.UTC));
  }

  /** Whoever passes a reply says it in the same transaction, if it is the citizen's answer. */
  public void review(UUID assignmentId, int replyNo, Review review, String reviewer) {
    connection.write(
        "update reply set decision = ?, rejection = ?, review_comment = ?, reviewed_at = ?,"
            + " reviewed_by = ?, said = true where assignment_id = ? and reply_no = ?",
        review.decision().name(),
        review.reason() == null ? null : review.reason().name(),
        review.comment(),
        review.at().atOffset(ZoneOffset.UTC),
        reviewer,
        assignmentId,
        replyNo);
  }

  /** Keeps the number of ended tasks per unit, so that nobody has to count them. */
  public void countEnded(Collection<Assignment> ended) {
    if (ended.isEmpty()) {
      return;
    }
    // Sorted: two batches must not lock the same two rows in different order.
    SortedMap<String, Long> byUnit = new TreeMap<>();
    ended.forEach(one -> byUnit.merge(one.unitPath(), 1L, Long::sum));
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into ended_tally (unit_path, ended) values (?, ?)"
                      + " on conflict (unit_path) do update set ended = ended_tally.ended + excluded.ended")) {
            for (Map.Entry<String, Long> unit : byUnit.entrySet()) {
              sql.setString(1, unit.getKey());
              sql.setLong(2, unit.getValue());
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  public Map<UUID, List<ContactAttempt>> attempts(Collection<UUID> assignmentIds) {
    return read(
        "select assignment_id, attempt_no, result, channel, note, attempted_at, attempted_by"
            + " from contact_attempt where assignment_id = any(?) order by assignment_id, attempt_no",
        assignmentIds,
        row ->
            new ContactAttempt(
                row.getInt("attempt_no"),
                ContactResult.valueOf(row.getString("result")),
                ContactChannel.valueOf(row.getString("channel")),
                row.getString("note"),
                instant(row, "attempted_at"),
                row.getString("attempted_by")));
  }

  public Map<UUID, List<Reply>> replies(Collection<UUID> assignmentIds) {
    return read(
        "select assignment_id, reply_no, handling_text, public_reply, claimed_solved, submitted_at,"
            + " submitted_by, decision, rejection, review_comment, reviewed_at, "
            + AttachmentStore.column(AttachedTo.REPLY, "r.assignment_id", "r.reply_no")
            + " from reply r where assignment_id = any(?) order by assignment_id, reply_no",
        assignmentIds,
        row ->
            new Reply(
                row.getInt("reply_no"),
                row.getString("handling_text"),
                row.getString("public_reply"),
                row.getBoolean("claimed_solved"),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                review(row),
                AttachmentStore.read(row)));
  }

  private static Review review(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    String rejection = row.getString("rejection");
    return decision == null
        ? null
        : new Review(
            Decision.valueOf(decision),
            rejection == null ? null : ReplyRejection.valueOf(rejection),
            row.getString("review_comment"),
            instant(row, "reviewed_at"));
  }

  private interface Row<E> {
    E read(ResultSet row) throws SQLException;
  }

  private <E> Map<UUID, List<E>> read(String query, Collection<UUID> assignmentIds, Row<E> row) {
    Map<UUID, List<E>> found = new HashMap<>();
    try (Connection reading = database.getConnection();
        PreparedStatement sql = reading.prepareStatement(query)) {
      sql.setArray(1, reading.createArrayOf("uuid", assignmentIds.toArray()));
      try (ResultSet rows = sql.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(row.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Records of handling cannot be read", e);
    }
  }
}
