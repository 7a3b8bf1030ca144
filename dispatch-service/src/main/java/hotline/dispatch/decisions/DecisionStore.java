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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

  public CaseDecisions ofCase(UUID caseId) {
    List<DispatchDecision> decisions = new ArrayList<>();
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select round, dispatch_no, lead_unit_id, co_unit_ids, automatic, rule_id,"
                    + " catalogue_version, explanation, reason, decided_by, decided_at"
                    + " from dispatch_decision where case_id = ?")) {
      sql.setObject(1, caseId);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          decisions.add(decision(caseId, row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The decisions of a dispatch cannot be read", e);
    }
    return new CaseDecisions(decisions);
  }

  private static DispatchDecision decision(UUID caseId, ResultSet row) throws SQLException {
    return new DispatchDecision(
        caseId,
        row.getInt("round"),
        row.getInt("dispatch_no"),
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
