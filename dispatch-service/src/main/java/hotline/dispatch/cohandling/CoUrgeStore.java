package hotline.dispatch.cohandling;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What lead units said to their co-handlers: written once and never changed. */
@ApplicationScoped
class CoUrgeStore {

  private final DataSource database;
  private final JoinedConnection connection;

  CoUrgeStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Whether it was kept: false when that co-handler was urged on that day already. */
  boolean add(CoUrge urge, UUID leadAssignmentId, String urgedBy, LocalDate on) {
    return connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into co_handler_urge (assignment_id, urged_on, lead_assignment_id,"
                      + " lead_unit_id, words, urged_by, urged_at) values (?, ?, ?, ?, ?, ?, ?)"
                      + " on conflict do nothing")) {
            sql.setObject(1, urge.assignmentId());
            sql.setObject(2, on);
            sql.setObject(3, leadAssignmentId);
            sql.setString(4, urge.leadUnitId());
            sql.setString(5, urge.words());
            sql.setString(6, urgedBy);
            sql.setObject(7, urge.at().atOffset(ZoneOffset.UTC));
            return sql.executeUpdate() == 1;
          }
        });
  }

  /**
   * An urge in the life of a case.
   *
   * @param lead path of the unit that urged
   * @param coHandler path of the unit that was urged
   */
  record OfCase(CoUrge urge, String coUnitId, String lead, String coHandler) {}

  /** Of a case in all its rounds, the oldest first. */
  List<OfCase> ofCase(UUID caseId) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select u.assignment_id, u.lead_unit_id, u.words, u.urged_at, a.unit_id,"
                    + " l.unit_path as lead_path, a.unit_path from assignment a"
                    + " join co_handler_urge u on u.assignment_id = a.assignment_id"
                    + " join assignment l on l.assignment_id = u.lead_assignment_id"
                    + " where a.case_id = ? order by u.urged_at, u.assignment_id")) {
      sql.setObject(1, caseId);
      List<OfCase> urges = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          urges.add(
              new OfCase(
                  urge(row),
                  row.getString("unit_id"),
                  row.getString("lead_path"),
                  row.getString("unit_path")));
        }
      }
      return urges;
    } catch (SQLException e) {
      throw new IllegalStateException("The urges of a case cannot be read", e);
    }
  }

  private static CoUrge urge(ResultSet row) throws SQLException {
    return new CoUrge(
        row.getObject("assignment_id", UUID.class),
        row.getString("lead_unit_id"),
        row.getString("words"),
        row.getObject("urged_at", OffsetDateTime.class).toInstant());
  }

  /** Of these co-handlers' tasks, the newest first. */
  List<CoUrge> of(Collection<UUID> assignmentIds) {
    if (assignmentIds.isEmpty()) {
      return List.of();
    }
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select assignment_id, lead_unit_id, words, urged_at from co_handler_urge"
                    + " where assignment_id = any(?) order by urged_at desc, assignment_id")) {
      sql.setArray(1, reading.createArrayOf("uuid", assignmentIds.toArray()));
      List<CoUrge> urges = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          urges.add(urge(row));
        }
      }
      return urges;
    } catch (SQLException e) {
      throw new IllegalStateException("The urges of co-handlers cannot be read", e);
    }
  }
}
