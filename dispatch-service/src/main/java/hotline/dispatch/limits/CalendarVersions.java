package hotline.dispatch.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of calendars: versions are added, and never change. */
@ApplicationScoped
public class CalendarVersions {

  private static final String SELECT =
      "select version, content, reason, adopted_by, adopted_name, adopted_at, reckoning from work_calendar";

  private final ObjectMapper json;

  CalendarVersions(ObjectMapper json) {
    this.json = json;
  }

  /** The version in force; 0 when there is none yet. */
  public int newest(Connection tx) throws SQLException {
    try (PreparedStatement sql =
            tx.prepareStatement("select coalesce(max(version), 0) from work_calendar");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Since when a version is in force. */
  record Adoption(int version, Instant at) {}

  /** All of them without what they say, the first first. */
  List<Adoption> adoptions(Connection tx) throws SQLException {
    List<Adoption> adoptions = new ArrayList<>();
    try (PreparedStatement sql =
            tx.prepareStatement("select version, adopted_at from work_calendar order by version");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        adoptions.add(
            new Adoption(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()));
      }
    }
    return adoptions;
  }

  public Optional<AdoptedCalendar> find(Connection tx, int version) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(SELECT + " where version = ?")) {
      sql.setInt(1, version);
      return read(sql).stream().findFirst();
    }
  }

  /** All of them, the newest first. */
  public List<AdoptedCalendar> all(Connection tx) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(SELECT + " order by version desc")) {
      return read(sql);
    }
  }

  public void add(Connection tx, AdoptedCalendar adopted) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into work_calendar (version, content, reason, adopted_by, adopted_name,"
                + " adopted_at, reckoning) values (?, ?::jsonb, ?, ?, ?, ?, ?)")) {
      sql.setInt(1, adopted.version());
      sql.setString(2, json.writeValueAsString(adopted.content()));
      sql.setString(3, adopted.reason());
      sql.setString(4, adopted.adoptedBy());
      sql.setString(5, adopted.adoptedName());
      sql.setObject(6, adopted.adoptedAt().atOffset(ZoneOffset.UTC));
      sql.setLong(7, adopted.reckoning());
      sql.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A calendar cannot be written", e);
    }
  }

  private List<AdoptedCalendar> read(PreparedStatement sql) throws SQLException {
    List<AdoptedCalendar> found = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        found.add(
            new AdoptedCalendar(
                row.getInt(1),
                json.readValue(row.getString(2), CalendarContent.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7)));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A calendar cannot be read", e);
    }
    return found;
  }
}
