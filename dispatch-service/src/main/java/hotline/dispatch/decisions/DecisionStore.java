package hotline.dispatch.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.EventCodec;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Decisions of dispatch: written once and never changed. */
@ApplicationScoped
public class DecisionStore {

  private static final TypeReference<List<Sentence>> SENTENCES = new TypeReference<>() {};

  private final DataSource database;
  private final JoinedConnection connection;

  DecisionStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Of a batch with one round trip. */
  public void add(Collection<DispatchDecision> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into dispatch_decision (case_id, round, lead_unit_id, co_unit_ids, automatic,"
                      + " rule_id, catalogue_version, explanation, reason, decided_by, decided_at,"
                      + " dispatch_no) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)")) {
            for (DispatchDecision decision : decisions) {
              bind(tx, sql, decision);
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  private static void bind(Connection tx, PreparedStatement sql, DispatchDecision decision)
      throws SQLException {
    sql.setObject(1, decision.caseId());
    sql.setInt(2, decision.round());
    sql.setString(3, decision.leadUnitId());
    sql.setArray(4, tx.createArrayOf("text", decision.coUnitIds().toArray()));
    sql.setBoolean(5, decision.automatic());
    sql.setString(6, decision.ruleId());
    sql.setString(7, decision.catalogueVersion());
    sql.setString(8, new String(EventCodec.write(decision.explanation()), StandardCharsets.UTF_8));
    sql.setString(9, decision.reason());
    sql.setString(10, decision.decidedBy());
    sql.setObject(11, decision.decidedAt().atOffset(ZoneOffset.UTC));
    sql.setInt(12, decision.dispatchNo());
  }

  /** The decision of a dispatch. */
  public Optional<DispatchDecision> find(UUID caseId, int round, int dispatchNo) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select lead_unit_id, co_unit_ids, automatic, rule_id, catalogue_version, explanation,"
                    + " reason, decided_by, decided_at from dispatch_decision"
                    + " where case_id = ? and round = ? and dispatch_no = ?")) {
      sql.setObject(1, caseId);
      sql.setInt(2, round);
      sql.setInt(3, dispatchNo);
      try (ResultSet row = sql.executeQuery()) {
        return row.next()
            ? Optional.of(decision(caseId, round, dispatchNo, row))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A decision of dispatch cannot be read", e);
    }
  }

  private static DispatchDecision decision(UUID caseId, int round, int dispatchNo, ResultSet row)
      throws SQLException {
    return new DispatchDecision(
        caseId,
        round,
        dispatchNo,
        row.getString("lead_unit_id"),
        List.of((String[]) row.getArray("co_unit_ids").getArray()),
        row.getBoolean("automatic"),
        row.getString("rule_id"),
        row.getString("catalogue_version"),
        sentences(row.getString("explanation")),
        row.getString("reason"),
        row.getString("decided_by"),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }

  private static List<Sentence> sentences(String json) {
    try {
      return EventCodec.json().readValue(json, SENTENCES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An explanation cannot be read", e);
    }
  }
}
