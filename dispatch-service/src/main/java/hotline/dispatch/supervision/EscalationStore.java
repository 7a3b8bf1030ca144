package hotline.dispatch.supervision;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.directory.Directory;
import hotline.lifecycle.CaseEscalated;
import hotline.lifecycle.EscalationCause;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What has escalated: written once. */
@ApplicationScoped
class EscalationStore {

  /**
   * That a rule has asked a tier about a clock: what was left undone once is no reason to be silent
   * about the next unit, about another one beside it, or about a clock that has begun anew.
   *
   * @param dispatchNo which lead of the round it was about
   * @param unitId whose task it was about; null for what lies with the centre and for a number of
   *     rounds
   * @param since from when the rule counted; null for a number of rounds
   */
  record Asked(
      int round, int dispatchNo, String unitId, String ruleId, int toLevel, Instant since) {}

  /** What a rule did to a case at a moment. */
  record Row(UUID caseId, int dispatchNo, CaseEscalated event, Instant at) {}

  private final DataSource database;
  private final JoinedConnection connection;

  EscalationStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  void add(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into escalation (case_id, escalation_no, rule_id, cause, round,"
                      + " from_unit_id, to_unit_id, to_level, threshold, since, escalated_at,"
                      + " dispatch_no) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
              CaseEscalated event = row.event();
              sql.setObject(1, row.caseId());
              sql.setInt(2, event.escalationNo());
              sql.setString(3, event.ruleId());
              sql.setString(4, event.cause().name());
              sql.setInt(5, event.round());
              sql.setString(6, event.fromUnitId());
              sql.setString(7, event.toUnitId());
              sql.setInt(8, event.toLevel());
              sql.setString(9, event.threshold());
              sql.setObject(
                  10, event.since() == null ? null : event.since().atOffset(ZoneOffset.UTC));
              sql.setObject(11, row.at().atOffset(ZoneOffset.UTC));
              sql.setInt(12, row.dispatchNo());
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  /** What was asked about these cases, whose rows the caller has locked. */
  Map<UUID, Set<Asked>> asked(Collection<UUID> caseIds) {
    return connection.call(
        tx -> {
          Map<UUID, Set<Asked>> asked = new HashMap<>();
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select case_id, round, dispatch_no, case when cause <> 'ROUNDS' then from_unit_id"
                      + " end, rule_id, to_level, since from escalation where case_id = any(?)")) {
            sql.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                asked
                    .computeIfAbsent(row.getObject(1, UUID.class), none -> new HashSet<>())
                    .add(
                        new Asked(
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6),
                            instant(row, 7)));
              }
            }
          }
          return asked;
        });
  }

  List<EscalationView> of(UUID caseId, Directory names) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select escalation_no, rule_id, cause, from_unit_id, to_unit_id, to_level,"
                    + " threshold, since, escalated_at from escalation where case_id = ? order by"
                    + " escalation_no")) {
      sql.setObject(1, caseId);
      List<EscalationView> found = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          String from = row.getString(4);
          found.add(
              new EscalationView(
                  row.getInt(1),
                  row.getString(2),
                  EscalationCause.valueOf(row.getString(3)),
                  from,
                  from == null ? null : names.unitName(from),
                  row.getString(5),
                  names.unitName(row.getString(5)),
                  row.getInt(6),
                  row.getString(7),
                  instant(row, 8),
                  instant(row, 9)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The escalations of a case cannot be read", e);
    }
  }
}
