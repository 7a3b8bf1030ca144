package hotline.intake.cases;

import hotline.calendar.LimitRule;
import hotline.lifecycle.Urgency;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Within what time a case is screened (预审时限), by its urgency. Read once: the table changes only by
 * a migration, which comes with a start.
 */
@ApplicationScoped
class ScreeningLimits {

  private final JoinedConnection database;
  private volatile Map<Urgency, LimitRule> limits;

  ScreeningLimits(JoinedConnection database) {
    this.database = database;
  }

  LimitRule of(Urgency urgency) {
    Map<Urgency, LimitRule> known = limits;
    if (known == null) {
      known = database.call(ScreeningLimits::read);
      limits = known;
    }
    return known.get(urgency);
  }

  private static Map<Urgency, LimitRule> read(Connection tx) throws SQLException {
    Map<Urgency, LimitRule> read = new EnumMap<>(Urgency.class);
    try (PreparedStatement select =
            tx.prepareStatement("SELECT urgency, screen_within FROM screening_limit");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        read.put(Urgency.valueOf(row.getString(1)), LimitRule.of(row.getString(2)));
      }
    }
    for (Urgency urgency : Urgency.values()) {
      if (!read.containsKey(urgency)) {
        throw new IllegalStateException("No screening limit for " + urgency);
      }
    }
    return read;
  }
}
