package hotline.evaluation.spotchecks;

import hotline.calendar.LimitRule;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Lets the due times of spot checks follow a newer calendar; one that has passed stays. Its lights
 * are read from the clock: nothing of it is said to the log.
 */
@ApplicationScoped
public class CheckClocks {

  private final CityCalendars calendars;
  private final Clock clock;

  CheckClocks(CityCalendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /** After a calendar has come into force: all that lie ahead, which are what was drawn lately. */
  public void follow(Connection tx) throws SQLException {
    CityCalendars.InForce newest = calendars.newestIn(tx);
    try (PreparedStatement select =
            tx.prepareStatement(
                "select check_id, drawn_at, check_limit from spot_check where ended_at is null"
                    + " and due_at > ? and calendar_version < ? order by case_id");
        PreparedStatement update =
            tx.prepareStatement(
                "update spot_check set due_at = ?, yellow_from = ?, calendar_version = ?"
                    + " where check_id = ?")) {
      select.setObject(1, at(clock.instant()));
      select.setInt(2, newest.version());
      boolean any = false;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          CheckClock moved =
              CheckClock.start(
                  row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                  LimitRule.of(row.getString("check_limit")),
                  newest);
          update.setObject(1, at(moved.due()));
          update.setObject(2, at(moved.yellowFrom()));
          update.setInt(3, moved.calendarVersion());
          update.setObject(4, row.getObject("check_id", UUID.class));
          update.addBatch();
          any = true;
        }
      }
      if (any) {
        update.executeBatch();
      }
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
