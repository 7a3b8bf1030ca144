package hotline.reporting.timeline;

import static hotline.relay.quarkus.Columns.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hotline.access.CurrentActor;
import hotline.access.NotFound;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.relay.quarkus.CityCalendars;
import hotline.reporting.directory.DirectoryNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Reads one case's life. */
@ApplicationScoped
public class Timelines {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final DataSource database;
  private final TimelineEntries entries;
  private final DirectoryNames names;
  private final CityCalendars calendars;
  private final CurrentActor actor;

  Timelines(
      DataSource database,
      TimelineEntries entries,
      DirectoryNames names,
      CityCalendars calendars,
      CurrentActor actor) {
    this.database = database;
    this.entries = entries;
    this.names = names;
    this.calendars = calendars;
    this.actor = actor;
  }

  /**
   * @param idOrNumber case id, or the number as people write it, with dashes or spaces, or the one
   *     that the system before this one gave it
   */
  CaseTimeline of(String idOrNumber) {
    // Before a connection is taken, since it may take one itself: readers that hold one while they
    // wait for another stop each other when the pool is empty.
    WorkCalendar calendar = calendars.recent().calendar();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT * FROM case_record WHERE case_id = ?")) {
      select.setObject(1, theOne(connection, idOrNumber));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return timeline(connection, row, calendar);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The timeline could not be read", e);
    }
  }

  /**
   * Path of the place of the case that is meant, of those that the reader may see.
   *
   * @param idOrNumber as for the timeline
   */
  public String placeOf(String idOrNumber) {
    try (Connection connection = database.getConnection()) {
      return Places.of(connection, theOne(connection, idOrNumber));
    } catch (SQLException e) {
      throw new IllegalStateException("The place of a case could not be read", e);
    }
  }

  private UUID theOne(Connection connection, String idOrNumber) throws SQLException {
    boolean byId = UUID_TEXT.matcher(idOrNumber).matches();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT case_id, case_no, status, unit_path, place_path FROM case_record WHERE "
                + (byId
                    ? "case_id = ?::uuid"
                    : "case_no = ? OR entered_as = 'OLD_SYSTEM' AND external_ref = ?"
                        + " ORDER BY case_no = ? DESC, case_no"))) {
      String number = idOrNumber.replaceAll("[\\s-]", "");
      select.setString(1, byId ? idOrNumber : number);
      if (!byId) {
        select.setString(2, idOrNumber.strip());
        select.setString(3, number);
      }
      return theOne(select, byId ? null : number);
    }
  }

  /**
   * The case that is meant, of those that the reader may see: several old systems may have given
   * the same number, and none of them hides another. One that was entered wrongly and taken back
   * stands behind the one that was entered anew.
   */
  private UUID theOne(PreparedStatement select, String caseNo) throws SQLException {
    Map<String, UUID> seen = new LinkedHashMap<>();
    Map<String, UUID> withdrawn = new LinkedHashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        if (actor.scope().seesCase(rows.getString("unit_path"), rows.getString("place_path"))) {
          String number = rows.getString("case_no");
          boolean back = "WITHDRAWN".equals(rows.getString("status")) && !number.equals(caseNo);
          (back ? withdrawn : seen).put(number, rows.getObject("case_id", UUID.class));
        }
      }
    }
    if (seen.isEmpty()) {
      seen.putAll(withdrawn);
    }
    if (seen.isEmpty()) {
      throw new NotFound("工单", "case");
    }
    if (seen.size() > 1 && !seen.containsKey(caseNo)) {
      throw new SeveralCases(List.copyOf(seen.keySet()));
    }
    return seen.getOrDefault(caseNo, seen.values().iterator().next());
  }

  private CaseTimeline timeline(Connection connection, ResultSet row, WorkCalendar calendar)
      throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    Instant registeredAt = instant(row, "registered_at");
    Instant receivedAt = instant(row, "received_at");
    Instant lastRepliedAt = instant(row, "last_replied_at");
    Map<String, String> units = names.of(connection, "unit");
    String unit = row.getString("unit_id");
    CaseTimeline.Outcome outcome =
        row.getString("closed_by") == null
            ? null
            : new CaseTimeline.Outcome(
                row.getString("closed_by"),
                row.getString("rated_via"),
                row.getString("responded"),
                row.getString("solved"),
                row.getString("satisfied"),
                row.getString("request_true"));
    List<CaseTimeline.Entry> facts =
        entries.of(connection, caseId, registeredAt == null ? Instant.EPOCH : registeredAt).stream()
            .map(Timelines::entry)
            .toList();
    facts = LegalHolds.seenBy(actor.get(), facts);
    facts = SpotChecks.seenBy(actor.get(), facts);
    // Whoever would see the case without its unit is not one of those whom the callback judges.
    boolean asItsUnit = !actor.scope().seesCase(null, row.getString("place_path"));
    // The demands of one call may lie anywhere: whoever is limited to a grid is not led to them.
    boolean knowsCall =
        !asItsUnit && !actor.scope().isLimitedToGrid() && actor.scope().seesReporter(true, null);
    Places.keepBackMainCases(connection, facts, actor.scope());
    List<CaseTimeline.Entry> shown = asItsUnit ? BlindCallbacks.withoutOpen(facts) : facts;
    return new CaseTimeline(
        caseId,
        row.getString("case_no"),
        row.getString("status"),
        row.getString("kind"),
        row.getString("urgency"),
        row.getString("channel"),
        row.getString("category_code"),
        row.getString("place_code"),
        unit,
        units.getOrDefault(unit, unit),
        knowsCall ? receivedAt : OneCall.toTheMinute(receivedAt),
        registeredAt,
        row.getString("entered_as"),
        instant(row, "accepted_at"),
        lastRepliedAt,
        instant(row, "closed_at"),
        instant(row, "reply_due"),
        row.getBoolean("overdue"),
        instant(row, "held_until"),
        row.getInt("extension_count"),
        row.getInt("return_count"),
        row.getInt("rounds"),
        outcome,
        WorkDaysElapsed.between(calendar, receivedAt, lastRepliedAt),
        knowsCall ? shown : OneCall.alone(shown));
  }

  private static CaseTimeline.Entry entry(TimelineEntry entry) {
    EventType type = EventType.of(entry.type()).orElseThrow();
    return new CaseTimeline.Entry(
        entry.eventId(),
        entry.type(),
        type.zh(),
        type.en(),
        entry.source(),
        entry.sequence(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.unit(),
        Envelope.SYSTEM.equals(entry.actor()),
        entry.superseded(),
        json(entry.data()));
  }

  private static JsonNode json(String data) {
    try {
      return EventCodec.json().readTree(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The timeline holds what is not JSON", e);
    }
  }
}
