package hotline.relay.quarkus;

import hotline.calendar.WorkCalendar;
import hotline.lifecycle.CalendarInForce;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The work calendars that dispatch has said (工作日历), the newest of which is in force. Until the
 * first has come the shipped one counts, as version 0.
 */
@ApplicationScoped
public class CityCalendars {

  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final AgroalDataSource database;
  // Versions never change. Each calendar lays out its years once, so it is kept.
  private final Map<Integer, WorkCalendar> known =
      new ConcurrentHashMap<>(Map.of(0, WorkCalendar.china()));
  private volatile Looked looked;

  private record Looked(int version, long atNanos) {}

  @Inject
  CityCalendars(AgroalDataSource database) {
    this.database = database;
  }

  /** A calendar with its version. */
  public record InForce(int version, WorkCalendar calendar) {}

  /** What was in force at most a second ago: costs nothing on a hot path. */
  public InForce recent() {
    Looked last = looked;
    if (last == null || System.nanoTime() - last.atNanos() > TRUSTED_NANOS) {
      try (Connection connection = database.getConnection()) {
        last = new Looked(newest(connection), System.nanoTime());
        calendar(connection, last.version());
        looked = last;
      } catch (SQLException e) {
        throw new IllegalStateException("Calendars cannot be read", e);
      }
    }
    return new InForce(last.version(), known.get(last.version()));
  }

  /** The newest, as the transaction at hand sees it. */
  public InForce newestIn(Connection tx) throws SQLException {
    int version = newest(tx);
    return new InForce(version, calendar(tx, version));
  }

  /** The calendar of that version, in force or not. */
  public WorkCalendar calendar(int version) {
    WorkCalendar kept = known.get(version);
    if (kept != null) {
      return kept;
    }
    try (Connection connection = database.getConnection()) {
      return calendar(connection, version);
    } catch (SQLException e) {
      throw new IllegalStateException("Calendars cannot be read", e);
    }
  }

  /**
   * Keeps the calendars of these records.
   *
   * @return whether there was one that was not known
   */
  public boolean keep(Connection tx, List<Incoming> records) throws SQLException {
    if (records.isEmpty()) {
      return false;
    }
    int added = 0;
    try (PreparedStatement insert =
        tx.prepareStatement(
            "insert into work_calendar (version, content) values (?, ?::jsonb)"
                + " on conflict do nothing")) {
      for (Incoming incoming : records) {
        if (incoming.value() != null && incoming.type().equals(CalendarInForce.TYPE)) {
          insert.setInt(1, read(incoming).version());
          insert.setString(2, new String(incoming.value(), StandardCharsets.UTF_8));
          added += insert.executeUpdate();
        }
      }
    }
    return added > 0;
  }

  private static CalendarInForce read(Incoming incoming) {
    try {
      CalendarInForce said = EventCodec.readCalendar(incoming.value());
      // What cannot be computed with must not come into force.
      said.calendar();
      return said;
    } catch (UnreadableEvent | IllegalArgumentException e) {
      throw new PoisonRecord("UNREADABLE", e.getMessage(), e);
    }
  }

  private static int newest(Connection connection) throws SQLException {
    try (PreparedStatement sql =
            connection.prepareStatement("select coalesce(max(version), 0) from work_calendar");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private WorkCalendar calendar(Connection connection, int version) throws SQLException {
    WorkCalendar kept = known.get(version);
    if (kept != null) {
      return kept;
    }
    try (PreparedStatement sql =
        connection.prepareStatement("select content from work_calendar where version = ?")) {
      sql.setInt(1, version);
      try (ResultSet row = sql.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("There is no calendar of version " + version);
        }
        WorkCalendar read =
            EventCodec.readCalendar(row.getString(1).getBytes(StandardCharsets.UTF_8)).calendar();
        known.put(version, read);
        return read;
      }
    }
  }
}
