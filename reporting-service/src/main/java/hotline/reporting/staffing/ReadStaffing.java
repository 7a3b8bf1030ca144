package hotline.reporting.staffing;

import hotline.calendar.WorkCalendar;
import hotline.relay.quarkus.CityCalendars;
import hotline.reporting.headline.Period;
import hotline.reporting.log.LogProgress;
import hotline.reporting.log.ReadModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reckons seats from the calls that were registered: each call once, however many demands it had,
 * and what came over the telephone alone. What the former system handed over was not called in
 * here; what was typed in from paper was, at its true time.
 */
@ApplicationScoped
public class ReadStaffing {

  // The condition is that of the index calls_by_time, word for word.
  private static final String CALLS =
      "SELECT day, slot, count(*) FROM (SELECT local::date AS day,"
          + " (extract(hour FROM local) * 2 + floor(extract(minute FROM local) / 30))::int AS slot"
          + " FROM (SELECT received_at AT TIME ZONE 'Asia/Shanghai' AS local FROM case_record"
          + " WHERE channel = 'PHONE' AND split_from IS NULL"
          + " AND entered_as IS DISTINCT FROM 'OLD_SYSTEM'"
          + " AND received_at >= ? AND received_at < ?) calls) slots GROUP BY day, slot";

  private final ReadModels tables;
  private final LogProgress progress;
  private final CityCalendars calendars;
  private final Clock clock;

  ReadStaffing(ReadModels tables, LogProgress progress, CityCalendars calendars, Clock clock) {
    this.tables = tables;
    this.progress = progress;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** By the calls of a period with both ends, of which no day lies ahead. */
  Staffing of(Period period, Terms terms) {
    WorkCalendar calendar = calendars.recent().calendar();
    CallsByHalfHour calls = new CallsByHalfHour(period.from(), period.to(), calendar, terms);
    Instant asOf =
        tables.read(
            connection -> {
              add(connection, period, calls);
              return progress.readUntil(connection);
            });
    List<Staffing.Kind> kinds = calls.kinds();
    return new Staffing(
        period.from(),
        period.to(),
        asOf,
        terms,
        kinds,
        calls.coming(LocalDate.now(clock.withZone(Period.ZONE)), kinds));
  }

  private static void add(Connection connection, Period period, CallsByHalfHour calls)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CALLS)) {
      select.setObject(1, period.start().atOffset(ZoneOffset.UTC));
      select.setObject(2, period.end().atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          calls.add(row.getObject(1, LocalDate.class), row.getInt(2), row.getLong(3));
        }
      }
    }
  }
}
