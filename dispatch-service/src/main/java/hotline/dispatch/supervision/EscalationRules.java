package hotline.dispatch.supervision;

import hotline.calendar.Limit;
import hotline.dispatch.reference.Remembered;
import hotline.lifecycle.EscalationCause;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rules in force, remembered until the table says that they have changed. */
@ApplicationScoped
class EscalationRules {

  /** The rules with the number of their version. */
  record InForce(String version, List<EscalationRule> rules) {}

  private final Remembered<InForce> remembered;

  @Inject
  EscalationRules(DataSource database) {
    remembered = new Remembered<>(database, "supervision", EscalationRules::load);
  }

  InForce inForce() {
    return remembered.recent();
  }

  private static InForce load(Connection connection, long version) throws SQLException {
    List<EscalationRule> rules = new ArrayList<>();
    try (PreparedStatement sql =
            connection.prepareStatement(
                "select rule_id, cause, urgency, threshold, next_tier_after, order_level"
                    + " from escalation_rule where valid_to is null order by rule_id");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        String urgency = row.getString(3);
        String next = row.getString(5);
        String order = row.getString(6);
        rules.add(
            new EscalationRule(
                row.getString(1),
                EscalationCause.valueOf(row.getString(2)),
                urgency == null ? null : Urgency.valueOf(urgency),
                row.getString(4),
                next == null ? null : Limit.parse(next),
                order == null ? null : SupervisionLevel.valueOf(order)));
      }
    }
    return new InForce("escalation-" + version, rules);
  }
}
