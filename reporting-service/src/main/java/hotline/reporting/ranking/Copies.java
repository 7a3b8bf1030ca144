package hotline.reporting.ranking;

import static hotline.relay.quarkus.Columns.instant;

import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The table of periods that are being copied. */
@ApplicationScoped
class Copies {

  /**
   * @return false when the period is being copied already
   */
  boolean insert(Connection tx, Copying copying) throws SQLException {
    return Rankings.write(
            tx,
            "INSERT INTO ranking_copy (ranking_id, period_from, period_to, rule, version,"
                + " submitted_by, submitted_at, taken_by) VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            copying.rankingId(),
            copying.from(),
            copying.to(),
            Rankings.text(copying.rule()),
            copying.version(),
            copying.submittedBy(),
            Rankings.at(copying.submittedAt()),
            copying.takenBy())
        == 1;
  }

  Optional<Copying> find(Connection connection, UUID rankingId) throws SQLException {
    return one(connection, "WHERE ranking_id = ?", rankingId);
  }

  /**
   * What waits the longest of what was begun least often and nobody makes at this moment, held
   * until the transaction ends.
   */
  Optional<Copying> claim(Connection tx) throws SQLException {
    return one(
        tx,
        "WHERE failed_at IS NULL ORDER BY attempts, submitted_at LIMIT 1 FOR UPDATE SKIP LOCKED");
  }

  void begin(Connection tx, UUID rankingId) throws SQLException {
    Rankings.write(
        tx, "UPDATE ranking_copy SET attempts = attempts + 1 WHERE ranking_id = ?", rankingId);
  }

  /** Held until the transaction ends; empty when another has it, or it is over. */
  Optional<Copying> begun(Connection tx, UUID rankingId) throws SQLException {
    return one(tx, "WHERE ranking_id = ? AND failed_at IS NULL FOR UPDATE SKIP LOCKED", rankingId);
  }

  /** Held until the transaction ends; refuses while somebody makes it, and when it is gone. */
  Copying locked(Connection tx, UUID rankingId) throws SQLException {
    Optional<Copying> held = one(tx, "WHERE ranking_id = ? FOR UPDATE SKIP LOCKED", rankingId);
    if (held.isEmpty() && find(tx, rankingId).isPresent()) {
      throw RankingRefusal.copying();
    }
    return held.orElseThrow(RankingRefusal::copied);
  }

  private static Optional<Copying> one(Connection connection, String which, Object... values)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM ranking_copy " + which)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(copying(row)) : Optional.empty();
      }
    }
  }

  private static Copying copying(ResultSet row) throws SQLException {
    String code = row.getString("failure");
    return new Copying(
        row.getObject("ranking_id", UUID.class),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        Rankings.rule(row),
        row.getLong("version"),
        row.getString("submitted_by"),
        instant(row, "submitted_at"),
        row.getString("taken_by"),
        row.getInt("attempts"),
        code == null
            ? null
            : new Copying.Failure(
                code,
                row.getString("failure_zh"),
                row.getString("failure_en"),
                instant(row, "failed_at")));
  }

  void fail(Connection tx, UUID rankingId, Copying.Failure failure) throws SQLException {
    Rankings.write(
        tx,
        "UPDATE ranking_copy SET failed_at = ?, failure = ?, failure_zh = ?, failure_en = ?,"
            + " version = version + 1 WHERE ranking_id = ?",
        Rankings.at(failure.at()),
        failure.code(),
        failure.zh(),
        failure.en(),
        rankingId);
  }

  void repeat(Connection tx, UUID rankingId, String takenBy) throws SQLException {
    Rankings.write(
        tx,
        "UPDATE ranking_copy SET failed_at = NULL, failure = NULL, failure_zh = NULL,"
            + " failure_en = NULL, attempts = 0, taken_by = ?, version = version + 1"
            + " WHERE ranking_id = ?",
        takenBy,
        rankingId);
  }

  void end(Connection tx, UUID rankingId) throws SQLException {
    Rankings.write(tx, "DELETE FROM ranking_copy WHERE ranking_id = ?", rankingId);
  }

  /** Whether a period is in check or published. */
  boolean isRanked(Connection connection, Period period) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM ranking WHERE period_from = ? AND period_to = ?"
                + " AND status <> 'TAKEN_BACK'")) {
      select.setObject(1, period.from());
      select.setObject(2, period.to());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
