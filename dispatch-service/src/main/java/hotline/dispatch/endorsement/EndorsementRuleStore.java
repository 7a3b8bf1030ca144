package hotline.dispatch.endorsement;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.reference.Remembered;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rules of signatures, remembered until the table says that they have changed. */
@ApplicationScoped
public class EndorsementRuleStore {

  private final Remembered<EndorsementRules> remembered;

  EndorsementRuleStore(DataSource database) {
    remembered = new Remembered<>(database, "endorsement", EndorsementRuleStore::load);
  }

  /** At most a second old: for the acts of units. */
  public EndorsementRules recent() {
    return remembered.recent();
  }

  /** As they are now: for those who change them. */
  EndorsementRules current() {
    return remembered.current();
  }

  /** Takes the next number, and with it the lock: two administrators follow each other. */
  long next(Connection tx) throws SQLException {
    return remembered.advance(tx);
  }

  void add(Connection tx, EndorsementRule rule) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into endorsement_rule (rule_no, unit_id, act, kind, urgency, need, valid_from,"
                + " set_by, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      sql.setLong(1, rule.ruleNo());
      sql.setString(2, rule.unitId());
      sql.setString(3, rule.act().name());
      sql.setString(4, rule.kind() == null ? null : rule.kind().name());
      sql.setString(5, rule.urgency() == null ? null : rule.urgency().name());
      sql.setString(6, rule.need().name());
      sql.setObject(7, rule.validFrom().atOffset(ZoneOffset.UTC));
      sql.setString(8, rule.setBy());
      sql.setObject(9, rule.setAt().atOffset(ZoneOffset.UTC));
      sql.executeUpdate();
    }
  }

  private static EndorsementRules load(Connection connection, long version) throws SQLException {
    List<EndorsementRule> rules = new ArrayList<>();
    try (PreparedStatement sql =
            connection.prepareStatement(
                "select rule_no, unit_id, act, kind, urgency, need, valid_from, set_by, set_at"
                    + " from endorsement_rule order by rule_no");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        String kind = row.getString(4);
        String urgency = row.getString(5);
        rules.add(
            new EndorsementRule(
                row.getLong(1),
                row.getString(2),
                EndorsedAct.valueOf(row.getString(3)),
                kind == null ? null : CaseKind.valueOf(kind),
                urgency == null ? null : Urgency.valueOf(urgency),
                EndorsementNeed.valueOf(row.getString(6)),
                instant(row, 7),
                row.getString(8),
                instant(row, 9)));
      }
    }
    return new EndorsementRules(version, rules);
  }
}
