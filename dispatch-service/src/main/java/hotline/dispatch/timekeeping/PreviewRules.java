package hotline.dispatch.timekeeping;

import hotline.dispatch.assignments.DeadlinePreview;
import hotline.dispatch.assignments.DeadlinePreview.Preview;
import hotline.dispatch.limits.CalendarContent;
import hotline.dispatch.limits.CalendarVersions;
import hotline.dispatch.limits.LimitPolicies;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.PolicyName;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tries a change before it is made (试算). */
@ApplicationScoped
class PreviewRules {

  private final DataSource database;
  private final CalendarVersions versions;
  private final LimitPages limits;
  private final TimeRulesInForce timeRules;
  private final DeadlinePreview preview;

  PreviewRules(
      DataSource database,
      CalendarVersions versions,
      LimitPages limits,
      TimeRulesInForce timeRules,
      DeadlinePreview preview) {
    this.database = database;
    this.versions = versions;
    this.limits = limits;
    this.timeRules = timeRules;
    this.preview = preview;
  }

  Preview of(CalendarChange change) {
    return preview.of(change.on(inForce()).calendar(), null);
  }

  /** As if open tasks followed: else nothing would move. */
  Preview of(LimitsChange change) {
    LimitPolicy policy =
        LimitPolicy.of(
            new PolicyName(LimitPolicies.CITY, 0).text(),
            limits.asked(change),
            change.lightAfter(timeRules.current().policy().light()));
    return preview.of(timeRules.current().calendar(), policy);
  }

  private CalendarContent inForce() {
    try (Connection tx = database.getConnection()) {
      return versions.find(tx, versions.newest(tx)).orElseThrow().content();
    } catch (SQLException e) {
      throw new IllegalStateException("The calendar cannot be read", e);
    }
  }
}
