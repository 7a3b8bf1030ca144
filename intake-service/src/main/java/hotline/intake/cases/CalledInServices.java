package hotline.intake.cases;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.NotFound;
import hotline.access.OnGrid;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.TransferTarget;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Further emergency services of cases; joins the running transaction. */
@ApplicationScoped
class CalledInServices {
  private static final String COLUMNS =
      "s.case_id, s.target, s.called_at, s.called_by, s.three_party, s.due, s.acknowledged_at,"
          + " s.acknowledged_by, s.external_ref, s.declined_at, s.declined_by, s.declined_why";
  private static final String OVER =
      Arrays.stream(CaseStatus.values())
          .filter(CaseMoves::over)
          .map(Enum::name)
          .collect(Collectors.joining(","));
  private static final Pattern CURSOR = Pattern.compile("(\\d+)\\.([0-9a-f-]{36})\\.([A-Z0-9_]+)");

  /** One that has not said yet whether it has the case. */
  record Waiting(String caseNo, CalledInService service) {}

  private final JoinedConnection database;

  @Inject
  CalledInServices(JoinedConnection database) {
    this.database = database;
  }

  /** Refuses a service that was called in before and has not declined, also at the same moment. */
  void add(CalledInService one) {
    database.call(
        tx -> {
          try (PreparedStatement insert =
              tx.prepareStatement(
                  "INSERT INTO called_in_service (case_id, target, called_at, called_by, three_party,"
                      + " due) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, one.caseId());
            insert.setString(2, one.target().name());
            insert.setObject(3, time(one.calledAt()));
            insert.setString(4, one.calledBy());
            insert.setBoolean(5, one.threePartyCall());
            insert.setObject(6, time(one.due()));
            if (insert.executeUpdate() == 0) {
              throw ServiceCalledInBefore.of(one.target());
            }
            return null;
          }
        });
  }

  /** For an act: nobody else changes it until the transaction ends. None that has declined. */
  CalledInService locked(UUID caseId, TransferTarget target) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM called_in_service s WHERE s.case_id = ? AND s.target = ?"
                      + " AND s.declined_at IS NULL FOR UPDATE")) {
            select.setObject(1, caseId);
            select.setString(2, target.name());
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                throw new NotFound("联动转接", "service that was called in");
              }
              return read(row);
            }
          }
        });
  }

  /** It has said that it has the case, or that it does not take it. */
  void answered(CalledInService one) {
    database.call(
        tx -> {
          try (PreparedStatement update =
              tx.prepareStatement(
                  "UPDATE called_in_service SET acknowledged_at = ?, acknowledged_by = ?,"
                      + " external_ref = ?, declined_at = ?, declined_by = ?, declined_why = ?"
                      + " WHERE case_id = ? AND target = ? AND declined_at IS NULL")) {
            update.setObject(1, orNone(one.acknowledgedAt()));
            update.setString(2, one.acknowledgedBy());
            update.setString(3, one.externalRef());
            update.setObject(4, orNone(one.declinedAt()));
            update.setString(5, one.declinedBy());
            update.setString(6, one.declinedWhy());
            update.setObject(7, one.caseId());
            update.setString(8, one.target().name());
            return update.executeUpdate();
          }
        });
  }

  /** All of a case, the first that was called first. */
  List<CalledInService> of(UUID caseId) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM called_in_service s WHERE s.case_id = ? ORDER BY s.called_at, s.target")) {
            select.setObject(1, caseId);
            try (ResultSet rows = select.executeQuery()) {
              List<CalledInService> all = new ArrayList<>();
              while (rows.next()) {
                all.add(read(rows));
              }
              return all;
            }
          }
        });
  }

  /**
   * Those that have not said yet whether they have the case, the first due first; of none that is
   * over.
   *
   * @param target null for all services
   * @param grid path of the grid to which the reader is limited; null for the whole city
   */
  Page<Waiting> waiting(TransferTarget target, String grid, PageRequest page) {
    String rows =
        " FROM called_in_service s JOIN hotline_case c ON c.id = s.case_id"
            + " WHERE s.acknowledged_at IS NULL AND s.declined_at IS NULL AND c.status <> ALL ('{"
            + OVER
            + "}') AND (?::text IS NULL OR s.target = ?)"
            + (grid == null ? "" : " AND " + OnGrid.sql("c.place_path", "?"));
    Matcher behind = page.cursor() == null ? null : CURSOR.matcher(page.cursor());
    if (behind != null && !behind.matches()) {
      throw page.badCursor();
    }
    return database.call(
        tx -> {
          List<Waiting> found = new ArrayList<>();
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT c.case_no, "
                      + COLUMNS
                      + rows
                      + (behind == null ? "" : " AND (s.due, s.case_id, s.target) > (?, ?, ?)")
                      + " ORDER BY s.due, s.case_id, s.target LIMIT "
                      + (page.limit() + 1))) {
            int next = bind(select, target, grid);
            if (behind != null) {
              long micros = Long.parseLong(behind.group(1));
              select.setObject(
                  next++,
                  time(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000)));
              select.setObject(next++, UUID.fromString(behind.group(2)));
              select.setString(next, behind.group(3));
            }
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(new Waiting(row.getString("case_no"), read(row)));
              }
            }
          }
          try (PreparedStatement select = tx.prepareStatement("SELECT count(*)" + rows)) {
            bind(select, target, grid);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return Page.of(found, row.getLong(1), page, CalledInServices::cursor);
            }
          }
        });
  }

  private static int bind(PreparedStatement select, TransferTarget target, String grid)
      throws SQLException {
    String name = target == null ? null : target.name();
    int next = 1;
    select.setString(next++, name);
    select.setString(next++, name);
    if (grid != null) {
      select.setString(next++, grid);
      select.setString(next++, grid);
    }
    return next;
  }

  private static String cursor(Waiting last) {
    Instant due = last.service().due();
    return (due.getEpochSecond() * 1_000_000 + due.getNano() / 1_000)
        + "."
        + last.service().caseId()
        + "."
        + last.service().target().name();
  }

  private static CalledInService read(ResultSet row) throws SQLException {
    return new CalledInService(
        row.getObject("case_id", UUID.class),
        TransferTarget.valueOf(row.getString("target")),
        instant(row, "called_at"),
        row.getString("called_by"),
        row.getBoolean("three_party"),
        instant(row, "due"),
        instant(row, "acknowledged_at"),
        row.getString("acknowledged_by"),
        row.getString("external_ref"),
        instant(row, "declined_at"),
        row.getString("declined_by"),
        row.getString("declined_why"));
  }

  private static OffsetDateTime orNone(Instant time) {
    return time == null ? null : time(time);
  }

  private static OffsetDateTime time(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
