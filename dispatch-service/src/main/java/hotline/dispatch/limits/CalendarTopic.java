package hotline.dispatch.limits;

import hotline.lifecycle.CalendarInForce;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Says the calendar in force on its topic, so that every service computes with the same. */
@ApplicationScoped
public class CalendarTopic {

  private final EventLog log;
  private final Clock clock;

  CalendarTopic(EventLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Says it in the transaction at hand, unless that version was said before.
   *
   * @return how many were said
   */
  public int say(Connection tx, AdoptedCalendar adopted) throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into said_calendar (version, said_at) values (?, ?) on conflict do nothing")) {
      sql.setInt(1, adopted.version());
      sql.setObject(2, now.atOffset(ZoneOffset.UTC));
      if (sql.executeUpdate() == 0) {
        return 0;
      }
    }
    log.append(
        new OutboxRecord(
            Topics.CALENDAR,
            CalendarInForce.KEY,
            EventCodec.write(
                CalendarInForce.of(
                    adopted.version(), adopted.adoptedAt(), adopted.content().calendar())),
            EventCodec.stateHeaders(
                Uuid7.at(now), CalendarInForce.TYPE, Source.DISPATCH, CalendarInForce.KEY, now)));
    return 1;
  }
}
