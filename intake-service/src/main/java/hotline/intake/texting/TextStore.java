package hotline.intake.texting;

import static hotline.relay.quarkus.Columns.instant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of messages to citizens. */
final class TextStore {
  private static final String QUEUE =
      """
      INSERT INTO text_message (id, case_id, kind, cause, round, to_hash, sealed, sealed_code, parts, state,
        queued_at, next_try_at, expires_at, awake_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
        CASE WHEN EXISTS (SELECT 1 FROM text_stop s WHERE s.phone_hash = ?) THEN 'STOPPED'
          WHEN ? THEN 'TOGETHER' ELSE 'WAITING' END,
        ?, ?, ?, ?)
      ON CONFLICT (case_id, kind, cause) DO NOTHING
      RETURNING case_id, state = 'STOPPED' AS stopped
      """;
  // A question that was answered or is over is not asked any more. Nothing is said of a request
  // that was taken back, nor of who handles one that is closed. What is about an incident is said
  // of no protected case.
  private static final String NEXT =
      """
      SELECT m.id, m.case_id, m.kind, m.to_hash, m.sealed, m.sealed_code, m.tries, m.unanswered, m.expires_at,
        m.awake_until, s.phone_hash IS NOT NULL AS stopped,
        (m.kind = 'RATING_ASKED' AND (c.callback_round IS DISTINCT FROM m.round OR c.rated_round = m.round))
          OR (c.status = 'WITHDRAWN' AND m.kind NOT IN ('REGISTERED', 'ANSWER'))
          OR (c.status = 'CLOSED' AND m.kind IN ('DISPATCHED', 'EXTENDED'))
          OR (m.cause LIKE '%s%%' AND (c.status = 'WITHDRAWN' OR c.confidential OR c.kind = 'REPORT')) AS over
      FROM text_message m JOIN hotline_case c ON c.id = m.case_id LEFT JOIN text_stop s ON s.phone_hash = m.to_hash
      WHERE m.state = 'WAITING' AND m.next_try_at <= ?
      ORDER BY m.next_try_at, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED
      """
          .formatted(QueueTexts.INCIDENT);
  // Also what may have arrived although no answer of the gateway is known: who reads it answers.
  private static final String QUESTIONS =
      """
      SELECT DISTINCT ON (m.case_id) m.id, m.case_id, c.case_no, m.round
      FROM text_message m JOIN hotline_case c ON c.id = m.case_id
      WHERE m.to_hash = ? AND m.kind = 'RATING_ASKED' AND (m.sent_at IS NOT NULL OR m.unanswered > 0)
        AND coalesce(m.sent_at, m.tried_at) >= ? AND m.answered_at IS NULL
      ORDER BY m.case_id, m.round DESC
      """;
  private static final String FAILED =
      """
      SELECT m.id, c.case_no, m.kind, m.state, m.reason, m.ended_at,
        m.expires_at > ? AND (m.kind <> 'REGISTERED' OR m.sealed_code IS NOT NULL) AS may_go
      FROM text_message m JOIN hotline_case c ON c.id = m.case_id
      WHERE m.state IN ('FAILED', 'UNDELIVERED') AND (m.ended_at, m.id) < (?, ?)
      ORDER BY m.ended_at DESC, m.id DESC LIMIT ?
      """;

  private static final String OF_THIS_TURN = " WHERE id = ? AND state = 'WAITING' AND tries = ?";

  /** What is said of a case in a message. */
  record Addressee(String caseNo, boolean confidential, boolean wantsCallback) {}

  /**
   * A message whose turn it is.
   *
   * @param unanswered how often it was handed over without an answer that is known
   * @param awakeUntil until when it wakes nobody; null where it never goes in quiet hours
   * @param over whether what it is about is over
   */
  record Waiting(
      UUID id,
      UUID caseId,
      TextKind kind,
      byte[] toHash,
      byte[] sealed,
      byte[] sealedCode,
      int tries,
      int unanswered,
      Instant expiresAt,
      Instant awakeUntil,
      boolean stopped,
      boolean over) {}

  /** A question that was sent and not answered by message. */
  record Question(UUID messageId, UUID caseId, String caseNo, int round) {}

  /** The case that a number was last written about. */
  record LastWritten(UUID caseId, String caseNo) {}

  /** A message as it is kept. */
  record Kept(
      UUID id,
      TextKind kind,
      TextState state,
      String reason,
      byte[] sealed,
      boolean hasCode,
      int parts,
      Instant queuedAt,
      Instant nextTryAt,
      Instant sentAt,
      Instant endedAt) {}

  /** How many wait, failed and were sent. */
  record Figures(long waiting, long failedToday, long failed) {}

  private TextStore() {}

  /**
   * @return the cases whose number wants no messages
   */
  static Set<UUID> queue(Connection tx, List<QueuedText> texts) throws SQLException {
    try (PreparedStatement insert = tx.prepareStatement(QUEUE, Statement.RETURN_GENERATED_KEYS)) {
      for (QueuedText one : texts) {
        insert.setObject(1, one.id());
        insert.setObject(2, one.caseId());
        insert.setString(3, one.kind().name());
        insert.setString(4, one.cause());
        insert.setObject(5, one.round(), Types.INTEGER);
        insert.setBytes(6, one.toHash());
        insert.setBytes(7, one.key().seal(QueuedText.part(one.id()), one.text()));
        insert.setBytes(
            8,
            one.code() == null ? null : one.key().seal(QueuedText.codePart(one.id()), one.code()));
        insert.setInt(9, TextLength.parts(one.text()));
        insert.setBytes(10, one.toHash());
        insert.setBoolean(11, one.together());
        insert.setObject(12, time(one.queuedAt()));
        insert.setObject(13, time(one.notBefore()));
        insert.setObject(14, time(one.expiresAt()));
        insert.setObject(15, timeOrNull(one.awakeUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.addBatch();
      }
      insert.executeBatch();
      Set<UUID> stopped = new HashSet<>();
      try (ResultSet rows = insert.getGeneratedKeys()) {
        while (rows.next()) {
          if (rows.getBoolean("stopped")) {
            stopped.add(rows.getObject("case_id", UUID.class));
          }
        }
      }
      return stopped;
    }
  }

  static Map<UUID, Addressee> addressees(Connection tx, Collection<UUID> caseIds)
      throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id, case_no, confidential, wants_callback FROM hotline_case WHERE id = ANY"
                + " (?)")) {
      select.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        Map<UUID, Addressee> found = new HashMap<>();
        while (rows.next()) {
          found.put(
              rows.getObject(1, UUID.class),
              new Addressee(rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
        }
        return found;
      }
    }
  }

  static Optional<Waiting> next(Connection tx, Instant now) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(NEXT)) {
      select.setObject(1, time(now));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                TextKind.valueOf(row.getString("kind")),
                row.getBytes("to_hash"),
                row.getBytes("sealed"),
                row.getBytes("sealed_code"),
                row.getInt("tries"),
                row.getInt("unanswered"),
                instant(row, "expires_at"),
                instant(row, "awake_until"),
                row.getBoolean("stopped"),
                row.getBoolean("over")));
      }
    }
  }

  /**
   * It is about to be handed over: whoever is killed now leaves a trace of it, and until the next
   * turn nobody else takes it.
   *
   * @param nextTry when it goes again, if nothing more is heard of it
   */
  static void tried(Connection tx, Waiting one, Instant now, Instant nextTry) throws SQLException {
    update(
        tx,
        "UPDATE text_message SET tries = tries + 1, unanswered = unanswered + 1, tried_at = ?,"
            + " next_try_at = ? WHERE id = ?",
        time(now),
        time(nextTry),
        one.id());
  }

  /**
   * The gateway has it, also where it became too old meanwhile or another instance thinks that it
   * has to go again.
   */
  static void sent(Connection tx, UUID id, String gatewayId, Instant now) throws SQLException {
    update(
        tx,
        "UPDATE text_message SET state = 'SENT', gateway_id = ?, sent_at = ?, reason = NULL,"
            + " unanswered = 0, ended_at = NULL WHERE id = ? AND state IN ('WAITING', 'EXPIRED')",
        gatewayId,
        time(now),
        id);
  }

  /** It ended without being sent. */
  static void ended(Connection tx, UUID id, TextState state, String reason, Instant now)
      throws SQLException {
    update(
        tx,
        "UPDATE text_message SET state = ?, reason = ?, ended_at = ? WHERE id = ?",
        state.name(),
        reason,
        time(now),
        id);
  }

  /**
   * It was not handed over, or the gateway has answered that it does not have it.
   *
   * @return false where it is this turn's no longer: another instance has taken it, or it ended
   */
  static boolean notTaken(Connection tx, Waiting one) throws SQLException {
    return update(
            tx,
            "UPDATE text_message SET unanswered = greatest(unanswered - 1, 0)" + OF_THIS_TURN,
            one.id(),
            one.tries() + 1)
        > 0;
  }

  /**
   * It may have arrived: replies may answer it from now on.
   *
   * @return false where it is this turn's no longer
   */
  static boolean perhapsSent(Connection tx, Waiting one, Instant now) throws SQLException {
    return update(
            tx,
            "UPDATE text_message SET sent_at = coalesce(sent_at, ?)" + OF_THIS_TURN,
            time(now),
            one.id(),
            one.tries() + 1)
        > 0;
  }

  /**
   * @param reason null where nothing went wrong
   */
  static void later(Connection tx, UUID id, String reason, Instant nextTry) throws SQLException {
    update(
        tx,
        "UPDATE text_message SET reason = ?, next_try_at = ? WHERE id = ?",
        reason,
        time(nextTry),
        id);
  }

  /** What has become too old, whoever else looks at it at the moment. */
  static void expire(Connection tx, Instant now) throws SQLException {
    update(
        tx,
        """
        UPDATE text_message SET state = 'EXPIRED', ended_at = ? WHERE id IN (
          SELECT id FROM text_message WHERE state = 'WAITING' AND expires_at <= ? ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)
        """,
        time(now),
        time(now));
  }

  /** Query codes that nobody sends again are forgotten. */
  static void forgetCodes(Connection tx, Instant before) throws SQLException {
    update(
        tx,
        "UPDATE text_message SET sealed_code = NULL WHERE sealed_code IS NOT NULL AND queued_at <"
            + " ?",
        time(before));
  }

  /**
   * What became of a message that the gateway has.
   *
   * @param gatewayIds ways of writing the gateway's name for it
   * @return false where none of these names waits for its receipt
   */
  static boolean receipt(
      Connection tx, List<String> gatewayIds, TextState state, String reason, Instant now)
      throws SQLException {
    return update(
            tx,
            "UPDATE text_message SET state = ?, reason = ?, ended_at = ? WHERE gateway_id = ANY (?)"
                + " AND state = 'SENT'",
            state.name(),
            reason,
            time(now),
            tx.createArrayOf("text", gatewayIds.toArray()))
        > 0;
  }

  /** Whether a message was handed over since then whose answer is not noted yet. */
  static boolean anyInHand(Connection tx, Instant since) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT 1 FROM text_message WHERE state = 'WAITING' AND unanswered > 0 AND tried_at >="
                + " ? LIMIT 1")) {
      select.setObject(1, time(since));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether a receipt of it came before. */
  static boolean isKnownToGateway(Connection tx, String gatewayId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("SELECT 1 FROM text_message WHERE gateway_id = ? LIMIT 1")) {
      select.setString(1, gatewayId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static List<Question> questions(Connection tx, byte[] from, Instant since) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(QUESTIONS)) {
      select.setBytes(1, from);
      select.setObject(2, time(since));
      try (ResultSet rows = select.executeQuery()) {
        List<Question> questions = new ArrayList<>();
        while (rows.next()) {
          questions.add(
              new Question(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getString(3),
                  rows.getInt(4)));
        }
        return questions;
      }
    }
  }

  static Optional<LastWritten> lastWritten(Connection tx, byte[] to) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT c.id, c.case_no FROM text_message m JOIN hotline_case c ON c.id = m.case_id"
                + " WHERE m.to_hash = ? AND (m.sent_at IS NOT NULL OR m.unanswered > 0)"
                + " ORDER BY m.queued_at DESC LIMIT 1")) {
      select.setBytes(1, to);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new LastWritten(row.getObject(1, UUID.class), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  /** Messages of a kind to a number since then, whatever became of them. */
  static int count(Connection tx, byte[] to, TextKind kind, Instant since) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT count(*) FROM text_message WHERE to_hash = ? AND kind = ? AND queued_at >="
                // What all callers of an incident are told answers no reply.
                + " ? AND cause NOT LIKE '"
                + QueueTexts.INCIDENT
                + "%'")) {
      select.setBytes(1, to);
      select.setString(2, kind.name());
      select.setObject(3, time(since));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  static void answered(Connection tx, UUID caseId, int round, Instant now) throws SQLException {
    update(
        tx,
        "UPDATE text_message SET answered_at = ? WHERE case_id = ? AND kind = 'RATING_ASKED' AND"
            + " round <= ? AND answered_at IS NULL",
        time(now),
        caseId,
        round);
  }

  /** The last question that went to a number, or may have; null for none. */
  static UUID lastQuestion(Connection tx, byte[] to) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id FROM text_message WHERE to_hash = ? AND kind = 'RATING_ASKED' AND (sent_at"
                + " IS NOT NULL OR unanswered > 0) ORDER BY coalesce(sent_at, tried_at) DESC, id"
                + " DESC LIMIT 1")) {
      select.setBytes(1, to);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getObject(1, UUID.class) : null;
      }
    }
  }

  static List<Kept> messages(Connection tx, UUID caseId, int most) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id, kind, state, reason, sealed, sealed_code IS NOT NULL AS has_code, parts,"
                + " queued_at, next_try_at, sent_at, ended_at FROM text_message WHERE case_id = ?"
                + " ORDER BY queued_at DESC, id DESC LIMIT ?")) {
      select.setObject(1, caseId);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        List<Kept> kept = new ArrayList<>();
        while (rows.next()) {
          kept.add(
              new Kept(
                  rows.getObject("id", UUID.class),
                  TextKind.valueOf(rows.getString("kind")),
                  TextState.valueOf(rows.getString("state")),
                  rows.getString("reason"),
                  rows.getBytes("sealed"),
                  rows.getBoolean("has_code"),
                  rows.getInt("parts"),
                  instant(rows, "queued_at"),
                  instant(rows, "next_try_at"),
                  instant(rows, "sent_at"),
                  instant(rows, "ended_at")));
        }
        return kept;
      }
    }
  }

  /**
   * The acknowledgements of a case.
   *
   * @param newest whose code is still known
   * @param sealedCode null where none is
   * @param rows all of them
   * @param count those that were not stopped
   */
  record Acknowledged(UUID newest, byte[] sealedCode, int rows, int count, boolean waits) {}

  static Acknowledged acknowledged(Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id, sealed_code, state = 'WAITING' AS waits, state = 'STOPPED' AS stopped FROM"
                + " text_message WHERE case_id = ? AND kind = 'REGISTERED' ORDER BY queued_at DESC,"
                + " id DESC")) {
      select.setObject(1, caseId);
      try (ResultSet found = select.executeQuery()) {
        UUID newest = null;
        byte[] code = null;
        int rows = 0;
        int count = 0;
        boolean waits = false;
        while (found.next()) {
          rows++;
          count += found.getBoolean("stopped") ? 0 : 1;
          waits |= found.getBoolean("waits");
          if (code == null && found.getBytes("sealed_code") != null) {
            newest = found.getObject("id", UUID.class);
            code = found.getBytes("sealed_code");
          }
        }
        return new Acknowledged(newest, code, rows, count, waits);
      }
    }
  }

  static Figures figures(Connection tx, Instant today) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT (SELECT count(*) FROM text_message WHERE state = 'WAITING'), (SELECT count(*)"
                + " FROM text_message WHERE state IN ('FAILED', 'UNDELIVERED') AND ended_at >= ?),"
                + " (SELECT count(*) FROM text_message WHERE state IN ('FAILED',"
                + " 'UNDELIVERED'))")) {
      select.setObject(1, time(today));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Figures(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  static long waiting(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT count(*) FROM text_message WHERE state = 'WAITING'");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static List<TextingState.Failed> failed(
      Connection tx, Instant before, UUID beforeId, int limit, Instant now) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(FAILED)) {
      select.setObject(1, time(now));
      select.setObject(2, time(before));
      select.setObject(3, beforeId);
      select.setInt(4, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<TextingState.Failed> failed = new ArrayList<>();
        while (rows.next()) {
          failed.add(
              new TextingState.Failed(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  TextKind.valueOf(rows.getString(3)),
                  TextState.valueOf(rows.getString(4)),
                  rows.getString(5),
                  instant(rows, "ended_at"),
                  rows.getBoolean("may_go")));
        }
        return failed;
      }
    }
  }

  /**
   * What failed waits once more, for as long as it makes sense after what caused it. That it may
   * have arrived before stays known: a reply may answer it.
   *
   * @return false where it does not stand there any more, or is not to be sent
   */
  static boolean again(Connection tx, UUID id, Instant now) throws SQLException {
    return update(
            tx,
            "UPDATE text_message SET state = 'WAITING', reason = NULL, ended_at = NULL, gateway_id"
                + " = NULL, sent_at = CASE WHEN unanswered > 0 THEN coalesce(sent_at, tried_at)"
                + " ELSE sent_at END, unanswered = 0, next_try_at = ? WHERE id = ? AND state IN"
                + " ('FAILED', 'UNDELIVERED') AND expires_at > ? AND (kind <> 'REGISTERED' OR"
                + " sealed_code IS NOT NULL)",
            time(now),
            id,
            time(now))
        > 0;
  }

  static boolean hasFailed(Connection tx, UUID id) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT 1 FROM text_message WHERE id = ? AND state IN ('FAILED', 'UNDELIVERED')")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static int update(Connection tx, String sql, Object... values) throws SQLException {
    try (PreparedStatement update = tx.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof byte[] bytes) {
          update.setBytes(i + 1, bytes);
        } else if (values[i] == null) {
          update.setNull(i + 1, Types.VARCHAR);
        } else {
          update.setObject(i + 1, values[i]);
        }
      }
      return update.executeUpdate();
    }
  }

  static OffsetDateTime time(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime timeOrNull(Instant time) {
    return time == null ? null : time(time);
  }
}
