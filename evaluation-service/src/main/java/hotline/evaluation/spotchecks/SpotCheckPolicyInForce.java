package hotline.evaluation.spotchecks;

import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * As the database states it, read once: it changes only by a migration, which comes with a start.
 * What a small city must set lower, or it could draw nothing, is configuration.
 */
@ApplicationScoped
class SpotCheckPolicyInForce {

  private final AgroalDataSource database;
  private final int smallestFrame;
  private final int largestShare;
  private final LimitRule grace;
  private volatile SpotCheckPolicy policy;

  SpotCheckPolicyInForce(
      AgroalDataSource database,
      @ConfigProperty(name = "hotline.spot-checks.smallest-frame") int smallestFrame,
      @ConfigProperty(name = "hotline.spot-checks.largest-share") int largestShare,
      @ConfigProperty(name = "hotline.spot-checks.grace") String grace) {
    this.database = database;
    this.smallestFrame = smallestFrame;
    this.largestShare = largestShare;
    this.grace = LimitRule.of(Limit.parse(grace));
    if (smallestFrame < 2 || largestShare < 1 || largestShare > 100) {
      throw new IllegalArgumentException(
          "hotline.spot-checks: smallest-frame is 2 at least, largest-share is from 1 to 100");
    }
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
                "select spot_check_limit, spot_check_quick_min from callback_policy where in_force");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("No callback policy is in force");
      }
      return new SpotCheckPolicy(
          LimitRule.of(Limit.parse(row.getString(1))),
          grace,
          smallestFrame,
          largestShare,
          row.getInt(2));
    } catch (SQLException e) {
      throw new IllegalStateException("The policy of spot checks cannot be read", e);
    }
  }
}
