package hotline.evaluation.callbacks;

import hotline.calendar.LimitRule;
import hotline.evaluation.calendars.CityCalendars;
import hotline.relay.DueTimer;
import hotline.relay.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Computes open callbacks anew whose due time comes from an older calendar. The version stays:
 * nobody who is typing a rating has to start again because of the clock.
 */
@ApplicationScoped
public class MoveCallbacks {

  private static final String BEHIND =
      "select callback_id, opened_at, callback_limit from callback"
          + " where status = 'OPEN' and overdue_since is null and callback_limit is not null"
          + " and calendar_version < ? and ";

  private static final String AHEAD = BEHIND + "callback_due > ? order by callback_id for update";
  private static final String THESE =
      BEHIND + "callback_id = any (?) order by callback_id for update";

  private static final String WRITE =
      "update callback c set callback_due = s.due, yellow_from = s.yellow, calendar_version = ?"
          + " from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) as s (id, due, yellow)"
          + " where c.callback_id = s.id";

  private final CityCalendars calendars;
  private final Timers timers;
  private final Clock clock;

  MoveCallbacks(CityCalendars calendars, Timers timers, Clock clock) {
    this.calendars = calendars;
    this.timers = timers;
    this.clock = clock;
  }

  private record Moved(UUID callbackId, CallbackClock clock) {}

  /** After a calendar has come into force: all that lie ahead; a due time that has passed stays. */
  public void moveAhead(Connection tx) throws SQLException {
    CityCalendars.InForce newest = calendars.newestIn(tx);
    try (PreparedStatement sql = tx.prepareStatement(AHEAD)) {
      sql.setInt(1, newest.version());
      sql.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      write(tx, newest, read(sql, newest));
    }
  }

  /** Those of these that were opened with an older calendar just before a newer one was heard. */
  void moveThese(Connection tx, UUID[] due) throws SQLException {
    CityCalendars.InForce newest = calendars.newestIn(tx);
    try (PreparedStatement sql = tx.prepareStatement(THESE)) {
      sql.setInt(1, newest.version());
      sql.setArray(2, tx.createArrayOf("uuid", due));
      write(tx, newest, read(sql, newest));
    }
  }

  private static List<Moved> read(PreparedStatement sql, CityCalendars.InForce newest)
      throws SQLException {
    List<Moved> moved = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        moved.add(
            new Moved(
                row.getObject(1, UUID.class),
                CallbackClock.start(
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    LimitRule.of(row.getString(3)),
                    newest.calendar())));
      }
    }
    return moved;
  }

  private void write(Connection tx, CityCalendars.InForce newest, List<Moved> moved)
      throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    try (PreparedStatement sql = tx.prepareStatement(WRITE)) {
      sql.setInt(1, newest.version());
      sql.setArray(2, array(tx, "uuid", moved, Moved::callbackId));
      sql.setArray(3, array(tx, "timestamptz", moved, one -> offset(one.clock().due())));
      sql.setArray(4, array(tx, "timestamptz", moved, one -> offset(one.clock().yellowFrom())));
      sql.executeUpdate();
    }
    timers.scheduleAll(
        tx,
        moved.stream()
            .map(
                one ->
                    new DueTimer(
                        CallbackDueTimer.KIND,
                        one.callbackId().toString(),
                        one.clock().due(),
                        null))
            .toList());
  }

  private static java.sql.Array array(
      Connection tx, String type, List<Moved> moved, Function<Moved, Object> column)
      throws SQLException {
    return tx.createArrayOf(type, moved.stream().map(column).toArray());
  }

  private static OffsetDateTime offset(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
