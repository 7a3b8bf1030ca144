package hotline.intake.texting;

import static hotline.intake.texting.TextStore.time;
import static hotline.intake.texting.TextStore.update;
import static hotline.relay.quarkus.Columns.instant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of what citizens wrote. */
final class ReplyRows {

  /** A reply as it is kept. */
  record KeptReply(UUID id, byte[] sealed, ReplyOutcome outcome, Instant receivedAt) {}

  private ReplyRows() {}

  /**
   * @param wordsKey null where the gateway names the reply
   * @return false where this reply was heard before
   */
  static boolean hear(
      Connection tx,
      UUID id,
      UUID caseId,
      String replyKey,
      String wordsKey,
      byte[] sealed,
      Instant now)
      throws SQLException {
    return update(
            tx,
            "INSERT INTO text_reply (id, case_id, reply_key, words_key, sealed, outcome, received_at)"
                + " VALUES (?, ?, ?, ?, ?, 'KEPT', ?) ON CONFLICT (reply_key) DO NOTHING",
            id,
            caseId,
            replyKey,
            wordsKey,
            sealed,
            time(now))
        > 0;
  }

  static boolean isHeard(Connection tx, String replyKey) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("SELECT 1 FROM text_reply WHERE reply_key = ?")) {
      select.setString(1, replyKey);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether the same words of that number were a rating since then. */
  static boolean isRatedWith(Connection tx, String wordsKey, Instant since) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT 1 FROM text_reply WHERE words_key = ? AND outcome = 'RATED' AND received_at >= ? LIMIT 1")) {
      select.setString(1, wordsKey);
      select.setObject(2, time(since));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static void outcome(Connection tx, UUID replyId, ReplyOutcome outcome) throws SQLException {
    update(tx, "UPDATE text_reply SET outcome = ? WHERE id = ?", outcome.name(), replyId);
  }

  static List<KeptReply> replies(Connection tx, UUID caseId, int most) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id, sealed, outcome, received_at FROM text_reply WHERE case_id = ?"
                + " ORDER BY received_at DESC, id DESC LIMIT ?")) {
      select.setObject(1, caseId);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        List<KeptReply> kept = new ArrayList<>();
        while (rows.next()) {
          kept.add(
              new KeptReply(
                  rows.getObject(1, UUID.class),
                  rows.getBytes(2),
                  ReplyOutcome.valueOf(rows.getString(3)),
                  instant(rows, "received_at")));
        }
        return kept;
      }
    }
  }
}
