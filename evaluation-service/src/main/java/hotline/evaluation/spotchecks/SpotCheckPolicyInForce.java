package hotline.evaluation.spotchecks;

import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * As the database states it, read once: it changes only by a migration, which comes with a start.
 */
@ApplicationScoped
class SpotCheckPolicyInForce {

  private final AgroalDataSource database;
  private volatile SpotCheckPolicy policy;

  SpotCheckPolicyInForce(AgroalDataSource database) {
    this.database = database;
  }

  SpotCheckPolicy get() {
    SpotCheckPolicy known = policy;
    if (known == null) {
      known = read();
      policy = known;
    }
    return known;
  }

  private SpotCheckPolicy read() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select spot_check_limit, spot_check_frame, spot_check_quick_min"
                    + " from callback_policy where in_force");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("No callback policy is in force");
      }
      return new SpotCheckPolicy(
          LimitRule.of(Limit.parse(row.getString(1))), row.getInt(2), row.getInt(3));
    } catch (SQLException e) {
      throw new IllegalStateException("The policy of spot checks cannot be read", e);
    }
  }
}
