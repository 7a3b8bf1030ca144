package hotline.intake.replies;

import static hotline.relay.quarkus.Columns.instant;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Rows of what units answered, written a poll at a time. */
final class ReplyStore {
  private static final String KNOWN =
      """
      SELECT c.id, e.case_id IS NOT NULL FROM hotline_case c
      LEFT JOIN public_reply_erasure e ON e.case_id = c.id WHERE c.id = ANY (?)
      """;
  private static final String ERASE =
      """
      INSERT INTO public_reply_erasure (case_id, erased_at)
      SELECT id, ? FROM unnest(?::uuid[]) AS id ON CONFLICT DO NOTHING
      """;
  // The answer of a round never changes: what was masked while the vault knew whom stays as it is.
  private static final String KEEP =
      """
      INSERT INTO public_reply (case_id, round, unit_id, with_main, replied_at, passed_at, text)
      SELECT * FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[], ?::text[])
      ON CONFLICT DO NOTHING
      """;
  private static final String READABLE =
      """
      SELECT round, unit_id, with_main, replied_at, passed_at, text FROM public_reply
      WHERE case_id = ? AND text IS NOT NULL ORDER BY round
      """;

  private ReplyStore() {}

  /** Which of them are cases of this service, and whether what was answered of them is erased. */
  static Map<UUID, Boolean> known(Connection tx, Collection<UUID> caseIds) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(KNOWN)) {
      select.setArray(1, uuids(tx, caseIds));
      try (ResultSet rows = select.executeQuery()) {
        Map<UUID, Boolean> known = new HashMap<>();
        while (rows.next()) {
          known.put(rows.getObject(1, UUID.class), rows.getBoolean(2));
        }
        return known;
      }
    }
  }

  static void erase(Connection tx, Collection<UUID> caseIds, Instant now) throws SQLException {
    try (PreparedStatement insert = tx.prepareStatement(ERASE);
        PreparedStatement delete =
            tx.prepareStatement("DELETE FROM public_reply WHERE case_id = ANY (?)")) {
      insert.setObject(1, now.atOffset(ZoneOffset.UTC));
      insert.setArray(2, uuids(tx, caseIds));
      insert.executeUpdate();
      delete.setArray(1, uuids(tx, caseIds));
      delete.executeUpdate();
    }
  }

  static void keep(Connection tx, List<UnitReply> replies) throws SQLException {
    try (PreparedStatement insert = tx.prepareStatement(KEEP)) {
      insert.setArray(1, array(tx, "uuid", replies, UnitReply::caseId));
      insert.setArray(2, array(tx, "integer", replies, UnitReply::round));
      insert.setArray(3, array(tx, "text", replies, UnitReply::unitId));
      insert.setArray(4, array(tx, "boolean", replies, UnitReply::withMain));
      insert.setArray(5, array(tx, "text", replies, one -> time(one.repliedAt())));
      insert.setArray(6, array(tx, "text", replies, one -> time(one.passedAt())));
      insert.setArray(7, array(tx, "text", replies, UnitReply::text));
      insert.executeUpdate();
    }
  }

  static List<UnitReply> readable(Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(READABLE)) {
      select.setObject(1, caseId);
      try (ResultSet rows = select.executeQuery()) {
        List<UnitReply> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new UnitReply(
                  caseId,
                  rows.getInt(1),
                  rows.getString(2),
                  rows.getBoolean(3),
                  instant(rows, 4),
                  instant(rows, 5),
                  rows.getString(6)));
        }
        return found;
      }
    }
  }

  /** Timestamps travel as text: an array of them as objects is written in the JVM's own zone. */
  private static String time(Instant time) {
    return time == null ? null : time.toString();
  }

  private static Array array(
      Connection tx, String type, List<UnitReply> replies, Function<UnitReply, Object> field)
      throws SQLException {
    return tx.createArrayOf(type, replies.stream().map(field).toArray());
  }

  private static Array uuids(Connection tx, Collection<UUID> ids) throws SQLException {
    return tx.createArrayOf("uuid", ids.toArray());
  }
}
