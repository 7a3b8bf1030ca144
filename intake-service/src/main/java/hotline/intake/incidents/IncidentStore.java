package hotline.intake.incidents;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.NotFound;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.incidents.IncidentRollUp.OfGrid;
import hotline.intake.incidents.IncidentRollUp.OfStatus;
import hotline.lifecycle.CaseStatus;
import hotline.relay.quarkus.JoinedConnection;
import hotline.relay.quarkus.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Incidents with their scripts, messages and cases; joins the running transaction. */
@ApplicationScoped
class IncidentStore {
  private static final String COLUMNS =
      "i.id, i.case_id, i.name, i.area, i.category_code, i.script_no, i.declared_by, i.declared_at,"
          + " i.ended_by, i.ended_at, i.closing_note, i.version, (SELECT count(*) FROM"
          + " incident_message m WHERE m.incident_id = i.id)::int AS messages";

  /**
   * The cases of an incident: its parent and what was proposed to be handled with it. What was
   * entered wrongly was nobody's call, and what has become confidential or a report since counts
   * nowhere.
   */
  private static final String OF_INCIDENT =
      "(c.id = %1$s OR c.same_as = %1$s) AND NOT c.confidential AND c.kind <> 'REPORT'"
          + " AND c.withdrawal_reason IS DISTINCT FROM 'ENTERED_WRONGLY'";

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + ", s.text AS script, s.written_at, p.case_no, NOT p.confidential AND p.kind <> 'REPORT' AS"
          + " joinable, %s AS cases FROM incident i JOIN hotline_case p ON p.id = i.case_id JOIN incident_script s"
          + " ON s.incident_id = i.id AND s.no = i.script_no";

  private static final String COUNTED =
      LIST.formatted(
          "(SELECT count(*) FROM hotline_case c WHERE " + OF_INCIDENT.formatted("i.case_id") + ")");

  // Every seat asks for these every few seconds, while there are thousands of cases.
  private static final String UNCOUNTED = LIST.formatted("NULL::bigint");

  /**
   * An incident in the list.
   *
   * @param caseNo of its parent
   * @param joinable whether cases can be proposed to be handled with the parent
   * @param script that is read now, since {@code scriptSince}
   * @param cases how many belong to it, its parent among them; null where that was not counted
   */
  record Line(
      Incident incident,
      String caseNo,
      boolean joinable,
      String script,
      Instant scriptSince,
      Long cases) {}

  private final JoinedConnection database;

  @Inject
  IncidentStore(JoinedConnection database) {
    this.database = database;
  }

  /**
   * @return false where one was declared from this case before
   */
  boolean insert(Incident declared, String script) {
    int inserted =
        database.write(
            "INSERT INTO incident (id, case_id, name, area, category_code, script_no, declared_by,"
                + " declared_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id) DO"
                + " NOTHING",
            declared.id(),
            declared.caseId(),
            declared.name(),
            declared.area(),
            declared.categoryCode(),
            declared.scriptNo(),
            declared.declaredBy(),
            at(declared.declaredAt()),
            declared.version());
    if (inserted == 1) {
      script(declared, script, declared.declaredBy(), declared.declaredAt());
    }
    return inserted == 1;
  }

  UUID ofCase(UUID caseId) {
    return one(
        "SELECT id FROM incident WHERE case_id = ?", row -> row.getObject(1, UUID.class), caseId);
  }

  /** For an act: nobody else changes it until the transaction ends. */
  Incident locked(UUID id) {
    return one(
        "SELECT " + COLUMNS + " FROM incident i WHERE i.id = ? FOR UPDATE OF i",
        IncidentStore::read,
        id);
  }

  void rewrite(Incident rewritten, String text, String by, Instant now) {
    script(rewritten, text, by, now);
    move(rewritten);
  }

  /**
   * @param numbers to how many it goes
   */
  void told(Incident told, String text, int numbers, String by, Instant now) {
    database.write(
        "INSERT INTO incident_message (incident_id, no, text, numbers, sent_by, sent_at) VALUES (?, ?,"
            + " ?, ?, ?, ?)",
        told.id(),
        told.messages(),
        text,
        numbers,
        by,
        at(now));
    move(told);
  }

  void end(Incident ended) {
    move(ended);
  }

  private void move(Incident moved) {
    database.write(
        "UPDATE incident SET script_no = ?, ended_by = ?, ended_at = ?, closing_note = ?, version = ?"
            + " WHERE id = ?",
        moved.scriptNo(),
        moved.endedBy(),
        moved.endedAt() == null ? null : at(moved.endedAt()),
        moved.closingNote(),
        moved.version(),
        moved.id());
  }

  private void script(Incident of, String text, String by, Instant now) {
    database.write(
        "INSERT INTO incident_script (incident_id, no, text, written_by, written_at) VALUES (?, ?, ?,"
            + " ?, ?)",
        of.id(),
        of.scriptNo(),
        text,
        by,
        at(now));
  }

  /**
   * Newest first; those in force alone without their number of cases.
   *
   * @param inForce null for all
   */
  Page<Line> list(Boolean inForce, PageRequest page) {
    UUID before = page.behind();
    String which =
        inForce == null ? "true" : inForce ? "i.ended_at IS NULL" : "i.ended_at IS NOT NULL";
    String shown = Boolean.TRUE.equals(inForce) ? UNCOUNTED : COUNTED;
    List<Line> lines =
        database.read(
            shown
                + " WHERE "
                + which
                + " AND (?::uuid IS NULL OR i.id < ?) ORDER BY i.id DESC LIMIT ?",
            IncidentStore::line,
            before,
            before,
            page.limit() + 1);
    long count = one("SELECT count(*) FROM incident i WHERE " + which, row -> row.getLong(1));
    return Page.of(lines, count, page, line -> line.incident().id().toString());
  }

  Line known(UUID id) {
    return one(COUNTED + " WHERE i.id = ?", IncidentStore::line, id);
  }

  /** Newest first. */
  List<IncidentResource.Script> scripts(UUID id) {
    return database.read(
        "SELECT no, text, written_by, written_at FROM incident_script WHERE incident_id = ? ORDER BY no"
            + " DESC",
        row ->
            new IncidentResource.Script(
                row.getInt("no"),
                row.getString("text"),
                row.getString("written_by"),
                instant(row, "written_at")),
        id);
  }

  /** Newest first. */
  List<IncidentResource.Message> messages(UUID id) {
    return database.read(
        "SELECT no, text, numbers, sent_by, sent_at FROM incident_message WHERE incident_id = ? ORDER BY"
            + " no DESC",
        row ->
            new IncidentResource.Message(
                row.getInt("no"),
                row.getString("text"),
                row.getInt("numbers"),
                row.getString("sent_by"),
                instant(row, "sent_at")),
        id);
  }

  /**
   * Whom an answer to all concerns, the newest case first: not who took the request back, nor whose
   * case is in the archive.
   */
  List<UUID> concerned(UUID parent) {
    return database.read(
        "SELECT c.id FROM hotline_case c WHERE "
            + OF_INCIDENT.formatted("?")
            + " AND c.status NOT IN ('WITHDRAWN', 'ARCHIVED') ORDER BY c.id DESC",
        row -> row.getObject(1, UUID.class),
        parent,
        parent);
  }

  /** Newest first; without the name of the place. */
  Page<IncidentResource.CaseLine> cases(UUID parent, PageRequest page) {
    UUID before = page.behind();
    String of = OF_INCIDENT.formatted("?");
    List<IncidentResource.CaseLine> lines =
        database.read(
            "SELECT c.id, c.case_no, c.status, c.place_code, c.received_at FROM hotline_case c WHERE "
                + of
                + " AND (?::uuid IS NULL OR c.id < ?) ORDER BY c.id DESC LIMIT ?",
            row ->
                new IncidentResource.CaseLine(
                    row.getObject("id", UUID.class),
                    row.getString("case_no"),
                    CaseStatus.valueOf(row.getString("status")),
                    row.getString("place_code"),
                    null,
                    instant(row, "received_at")),
            parent,
            parent,
            before,
            before,
            page.limit() + 1);
    long count =
        one(
            "SELECT count(*) FROM hotline_case c WHERE " + of,
            row -> row.getLong(1),
            parent,
            parent);
    return Page.of(lines, count, page, line -> line.caseId().toString());
  }

  /** By status and by street or town, which have nine digits. */
  IncidentRollUp rollUp(UUID parent) {
    return database.call(
        tx -> {
          List<OfStatus> statuses = new ArrayList<>();
          List<OfGrid> grids = new ArrayList<>();
          long cases = 0;
          long callers = 0;
          Instant first = null;
          Instant last = null;
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT grouping(c.status) AS no_status, grouping(left(c.place_code, 9)) AS no_grid,"
                      + " c.status, left(c.place_code, 9) AS grid, count(*) AS cases, count(DISTINCT"
                      + " coalesce(c.caller_ref, c.id::text)) AS callers, min(c.received_at) AS first,"
                      + " max(c.received_at) AS last FROM hotline_case c WHERE "
                      + OF_INCIDENT.formatted("?")
                      + " GROUP BY GROUPING SETS ((), (c.status), (left(c.place_code, 9))) ORDER BY"
                      + " cases DESC, grid, c.status")) {
            select.setObject(1, parent);
            select.setObject(2, parent);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                if (rows.getInt("no_status") == 0) {
                  statuses.add(
                      new OfStatus(
                          CaseStatus.valueOf(rows.getString("status")), rows.getLong("cases")));
                } else if (rows.getInt("no_grid") == 0) {
                  grids.add(
                      new OfGrid(
                          rows.getString("grid"),
                          null,
                          rows.getLong("cases"),
                          rows.getLong("callers")));
                } else {
                  cases = rows.getLong("cases");
                  callers = rows.getLong("callers");
                  first = cases == 0 ? null : instant(rows, "first");
                  last = cases == 0 ? null : instant(rows, "last");
                }
              }
            }
          }
          return new IncidentRollUp(cases, callers, first, last, statuses, grids);
        });
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        read(row),
        row.getString("case_no"),
        row.getBoolean("joinable"),
        row.getString("script"),
        instant(row, "written_at"),
        row.getObject("cases", Long.class));
  }

  private static Incident read(ResultSet row) throws SQLException {
    return new Incident(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("name"),
        row.getString("area"),
        row.getString("category_code"),
        row.getInt("script_no"),
        row.getInt("messages"),
        row.getString("declared_by"),
        instant(row, "declared_at"),
        row.getString("ended_by"),
        instant(row, "ended_at"),
        row.getString("closing_note"),
        row.getLong("version"));
  }

  private static NotFound unknown() {
    return new NotFound("突发事件", "incident");
  }

  private <T> T one(String query, Rows.Reader<T> reader, Object... values) {
    return database.read(query, reader, values).stream()
        .findFirst()
        .orElseThrow(IncidentStore::unknown);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
