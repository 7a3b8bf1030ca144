package hotline.evaluation.callbacks;

import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.evaluation.evaluations.RehandlePolicy;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The policy as the database states it, read once: it changes only by a migration, which comes with
 * a start.
 */
@ApplicationScoped
public class PolicyInForce {

  private final AgroalDataSource database;
  private final boolean keepsQuietHours;
  private volatile CallbackPolicy policy;

  @Inject
  PolicyInForce(
      AgroalDataSource database,
      @ConfigProperty(name = "hotline.callbacks.quiet-hours") boolean keepsQuietHours) {
    this.database = database;
    this.keepsQuietHours = keepsQuietHours;
  }

  /** The policy in force. */
  public CallbackPolicy get() {
    CallbackPolicy known = policy;
    if (known == null) {
      known = read();
      policy = known;
    }
    return known;
  }

  private CallbackPolicy read() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select p.policy_version, p.max_rehandles, p.unreachable_attempts, p.unreachable_days,
                       p.quiet_from, p.quiet_to, p.contest_limit,
                       l.urgency, l.kind, l.callback_limit, l.rehandled, l.reopen_days
                  from callback_policy p join callback_limit l using (policy_version)
                 where p.in_force""");
        ResultSet row = select.executeQuery()) {
      String version = null;
      RehandlePolicy rehandle = null;
      UnreachablePolicy unreachable = null;
      Optional<QuietHours> quiet = Optional.empty();
      LimitRule contest = null;
      Map<CallbackPolicy.Row, CallbackPolicy.Terms> rows = new HashMap<>();
      while (row.next()) {
        version = row.getString("policy_version");
        rehandle = new RehandlePolicy(row.getInt("max_rehandles"));
        unreachable =
            new UnreachablePolicy(
                row.getInt("unreachable_attempts"), row.getInt("unreachable_days"));
        contest = LimitRule.of(Limit.parse(row.getString("contest_limit")));
        if (keepsQuietHours) {
          quiet =
              Optional.of(
                  new QuietHours(
                      row.getObject("quiet_from", LocalTime.class),
                      row.getObject("quiet_to", LocalTime.class)));
        }
        rows.put(
            new CallbackPolicy.Row(
                Urgency.valueOf(row.getString("urgency")), CaseKind.valueOf(row.getString("kind"))),
            new CallbackPolicy.Terms(
                LimitRule.of(Limit.parse(row.getString("callback_limit"))),
                row.getBoolean("rehandled"),
                row.getInt("reopen_days")));
      }
      if (version == null) {
        throw new IllegalStateException("No callback policy is in force");
      }
      return new CallbackPolicy(version, rehandle, unreachable, quiet, contest, Map.copyOf(rows));
    } catch (SQLException e) {
      throw new IllegalStateException("The callback policy cannot be read", e);
    }
  }
}
