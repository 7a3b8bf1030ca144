package hotline.evaluation.closing;

import hotline.access.Invalid;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.lifecycle.Answer;
import hotline.lifecycle.Solved;
import hotline.relay.quarkus.CityCalendars;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rounds of closed cases of which the citizen denies what the unit claims (诉办矛盾), newest
 * closing first, and how many each unit has.
 */
@ApplicationScoped
class DeniedClaims {

  /** A page; {@code count} is the number of all rounds, {@code units} those of each unit. */
  @Schema(name = "DeniedClaimPage")
  record Page(List<Row> items, long count, List<OfUnit> units, String nextCursor) {}

  /** How many rounds of a unit are in the list, the most first. */
  @Schema(name = "DeniedClaimsOfUnit")
  record OfUnit(String unitId, String unitName, long count) {}

  /** A round of a closed case. */
  @Schema(name = "DeniedClaimRound")
  record Row(
      UUID caseId,
      String caseNo,
      @Schema(description = "null until the text has arrived or after it was erased") String title,
      @Schema(description = "of the round that is meant 所涉轮次") int round,
      @Schema(description = "who handled that round 该轮承办单位") String unitId,
      String unitName,
      @Schema(description = "when the case was closed 办结时间") Instant closedAt,
      Claims claims,
      Answer responded,
      Solved solved,
      Answer satisfied,
      List<Claims.Denied> denied) {}

  // What is denied of the closing round lies in an index by time; earlier rounds are looked for in
  // the few cases that took several. Neither grows with the years.
  private static String found(CaseOnGrid grid) {
    return "with found as ("
        + denied(grid, "c", "callback c")
        + " union all "
        + denied(
            grid, "z", "callback z join callback c on c.case_id = z.case_id and c.round < z.round")
        + " and z.round > 1)";
  }

  private static final String UNITS =
      " select unit_id, max(u.name_zh) as unit_name, count(*) as rounds from found"
          + " left join unit u using (unit_id) group by unit_id order by rounds desc, unit_id";

  private static final String PAGE =
      " select x.*, f.title, u.name_zh as unit_name from found x"
          + " left join case_file f using (case_id) left join unit u using (unit_id)"
          + " where %s order by x.closed_at desc, x.callback_id desc limit ?";

  private final AgroalDataSource database;
  private final CityCalendars calendars;

  DeniedClaims(AgroalDataSource database, CityCalendars calendars) {
    this.database = database;
    this.calendars = calendars;
  }

  /**
   * @param from first day of closing
   * @param to first day no longer in it
   * @param unitId that unit and those below it; null for all
   */
  Page page(
      CaseOnGrid grid, LocalDate from, LocalDate to, String unitId, PageCursor after, int limit) {
    try (Connection connection = database.getConnection()) {
      String unitPath = unitId == null ? null : pathOf(connection, unitId);
      List<OfUnit> units = units(connection, grid, from, to, unitPath);
      long count = units.stream().mapToLong(OfUnit::count).sum();
      List<Row> items = new ArrayList<>();
      PageCursor last = null;
      boolean more = false;
      try (PreparedStatement select =
          connection.prepareStatement(
              found(grid)
                  + PAGE.formatted(
                      after == null ? "true" : "(x.closed_at, x.callback_id) < (?, ?)"))) {
        int parameter = bind(select, grid, from, to, unitPath);
        if (after != null) {
          select.setObject(parameter++, after.time().atOffset(ZoneOffset.UTC));
          select.setObject(parameter++, after.id());
        }
        // One more than asked for tells whether there is a next page.
        select.setInt(parameter, limit + 1);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            if (items.size() == limit) {
              more = true;
              break;
            }
            Row item = row(row);
            items.add(item);
            last = new PageCursor(item.closedAt(), row.getObject("callback_id", UUID.class));
          }
        }
      }
      return new Page(items, count, units, more ? last.format() : null);
    } catch (SQLException e) {
      throw new IllegalStateException("The denied claims cannot be read", e);
    }
  }

  private static String pathOf(Connection connection, String unitId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select path from unit where unit_id = ?")) {
      select.setString(1, unitId);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return row.getString("path");
        }
      }
    }
    throw new Invalid("unit", "unknown-unit", "没有这个承办单位。", "There is no such unit.");
  }

  private List<OfUnit> units(
      Connection connection, CaseOnGrid grid, LocalDate from, LocalDate to, String unitPath)
      throws SQLException {
    List<OfUnit> units = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(found(grid) + UNITS)) {
      bind(select, grid, from, to, unitPath);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          units.add(
              new OfUnit(
                  row.getString("unit_id"), row.getString("unit_name"), row.getLong("rounds")));
        }
      }
    }
    return units;
  }

  private int bind(
      PreparedStatement select, CaseOnGrid grid, LocalDate from, LocalDate to, String unitPath)
      throws SQLException {
    int next = 1;
    for (int part = 0; part < 2; part++) {
      select.setObject(next++, startOf(from));
      select.setObject(next++, startOf(to));
      for (int i = 0; i < 3; i++) {
        select.setString(next++, unitPath);
      }
      next = grid.bind(select, next);
    }
    return next;
  }

  private OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(calendars.recent().calendar().zone()).toOffsetDateTime();
  }

  /**
   * Five parameters: the period, the unit thrice; then those of the grid. A round whose exclusion
   * was granted counts in no other number of its unit either.
   *
   * @param closing the alias of the callback that closed the case; {@code c} is the denied round
   */
  private static String denied(CaseOnGrid grid, String closing, String from) {
    return "select c.callback_id, c.case_id, c.case_no, c.round, c.unit_id, c.claimed_contact,"
        + (" c.claimed_solved, c.responded, c.solved, c.satisfied, %1$s.ended_at as closed_at from "
                + from
                + " join hotline_case h on h.case_id = %1$s.case_id and h.round = %1$s.round"
                + " and h.status in ('CLOSED', 'ARCHIVED')"
                + " where %1$s.decision = 'CLOSED' and %1$s.ended_at >= ?::timestamptz"
                + " and %1$s.ended_at < ?::timestamptz and ")
            .formatted(closing)
        + Claims.ANY_DENIED
        + " and (?::text is null or c.unit_path = ?::text"
        + " or starts_with(c.unit_path, ?::text || '/'))"
        + " and not exists (select 1 from score_request r where r.case_id = c.case_id"
        + " and r.round = c.round and r.kind = 'EXCLUSION' and r.status = 'GRANTED') and "
        + grid.ofPlace("h.place_path");
  }

  private static Row row(ResultSet row) throws SQLException {
    Claims claims = ReadOutcome.claims(row);
    Answer responded = Answer.valueOf(row.getString("responded"));
    Solved solved = Solved.valueOf(row.getString("solved"));
    return new Row(
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        row.getInt("round"),
        row.getString("unit_id"),
        row.getString("unit_name"),
        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
        claims,
        responded,
        solved,
        Answer.valueOf(row.getString("satisfied")),
        claims.deniedBy(responded, solved));
  }
}
