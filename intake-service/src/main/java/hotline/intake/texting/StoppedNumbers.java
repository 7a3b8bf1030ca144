package hotline.intake.texting;

import static hotline.intake.texting.TextStore.time;
import static hotline.intake.texting.TextStore.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Numbers that want no messages (退订), by their keyed digest. */
final class StoppedNumbers {

  private StoppedNumbers() {}

  static void stop(Connection tx, byte[] number, Instant now) throws SQLException {
    update(
        tx,
        "INSERT INTO text_stop (phone_hash, stopped_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        number,
        time(now));
  }

  /**
   * The number may be written to again.
   *
   * @return false where it was not stopped
   */
  static boolean lift(Connection tx, byte[] number, UUID id, UUID caseId, String by, Instant now)
      throws SQLException {
    return update(
            tx,
            """
            WITH lifted AS (DELETE FROM text_stop WHERE phone_hash = ? RETURNING stopped_at)
            INSERT INTO text_stop_lifted (id, case_id, stopped_at, lifted_at, lifted_by)
            SELECT ?, ?, stopped_at, ?, ? FROM lifted
            """,
            number,
            id,
            caseId,
            time(now),
            by)
        > 0;
  }

  static boolean isStopped(Connection tx, byte[] number) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("SELECT 1 FROM text_stop WHERE phone_hash = ?")) {
      select.setBytes(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
