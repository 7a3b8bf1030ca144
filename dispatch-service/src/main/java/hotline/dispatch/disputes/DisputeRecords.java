package hotline.dispatch.disputes;

import hotline.lifecycle.DutyStance;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Opinions, written once; and the end of disputes whose task has moved on. */
@ApplicationScoped
public class DisputeRecords {

  private final DataSource database;
  private final JoinedConnection connection;

  DisputeRecords(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Why a dispute ended without a ruling. */
  public enum Ending {
    /** Who acted first has replied. */
    REPLIED,
    /** The centre took the case back. */
    RECALLED,
    /** The case ended: withdrawn, handed on. */
    CANCELLED
  }

  /** What one unit said; its author stays with the row. */
  record Opinion(
      int opinionNo,
      String unitId,
      DutyStance stance,
      String suggestedUnitId,
      String legalBasis,
      String words,
      Instant statedAt) {}

  /** Nothing is left to rule about these tasks, whose rows the caller has locked. */
  public void end(Collection<UUID> assignmentIds, Ending ending, Instant at) {
    if (assignmentIds.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "update dispute set state = 'ENDED', ending = ?, ended_at = ?, version = version + 1"
                      + " where assignment_id = any(?) and state = 'OPEN'")) {
            sql.setString(1, ending.name());
            sql.setObject(2, at.atOffset(ZoneOffset.UTC));
            sql.setArray(3, tx.createArrayOf("uuid", assignmentIds.toArray()));
            return sql.executeUpdate();
          }
        });
  }

  void add(UUID disputeId, Opinion opinion, String by) {
    connection.write(
        "insert into dispute_opinion (dispute_id, opinion_no, unit_id, stance, suggested_unit_id,"
            + " legal_basis, words, stated_by, stated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        disputeId,
        opinion.opinionNo(),
        opinion.unitId(),
        opinion.stance().name(),
        opinion.suggestedUnitId(),
        opinion.legalBasis(),
        opinion.words(),
        by,
        opinion.statedAt().atOffset(ZoneOffset.UTC));
  }

  /** All of each, the first first; also what the transaction at hand has just added. */
  Map<UUID, List<Opinion>> within(Collection<UUID> disputeIds) {
    return connection.call(tx -> of(tx, disputeIds));
  }

  /** All of each, the first first. */
  Map<UUID, List<Opinion>> of(Collection<UUID> disputeIds) {
    if (disputeIds.isEmpty()) {
      return Map.of();
    }
    try (Connection reading = database.getConnection()) {
      return of(reading, disputeIds);
    } catch (SQLException e) {
      throw new IllegalStateException("Opinions of units cannot be read", e);
    }
  }

  private static Map<UUID, List<Opinion>> of(Connection tx, Collection<UUID> disputeIds)
      throws SQLException {
    Map<UUID, List<Opinion>> found = new HashMap<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select dispute_id, opinion_no, unit_id, stance, suggested_unit_id, legal_basis, words,"
                + " stated_at from dispute_opinion where dispute_id = any(?)"
                + " order by dispute_id, opinion_no")) {
      sql.setArray(1, tx.createArrayOf("uuid", disputeIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(
                  new Opinion(
                      row.getInt(2),
                      row.getString(3),
                      DutyStance.valueOf(row.getString(4)),
                      row.getString(5),
                      row.getString(6),
                      row.getString(7),
                      row.getObject(8, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return found;
  }
}
