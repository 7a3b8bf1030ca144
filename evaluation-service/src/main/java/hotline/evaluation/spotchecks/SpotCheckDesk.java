package hotline.evaluation.spotchecks;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.calendar.WorkCalendar;
import hotline.evaluation.callbacks.CallbackStatus;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.callbacks.TabRows;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.evaluation.cases.CaseRepository;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The drawn cases: what is to be checked, what is to be signed, and what was found. */
@ApplicationScoped
class SpotCheckDesk {

  /** One page of a tab; {@code count} is the number of rows of the whole tab. */
  @Schema(name = "SpotCheckPage")
  record Page(List<SpotCheckRow> items, long count, Map<String, Long> counts, String nextCursor) {}

  private static final String OF_THE_DRAW = "(?::uuid is null or s.draw_id = ?::uuid)";

  private static final String QUERY =
      """
      select n.*, p.*
        from (select %1$s from spot_check s where %2$s) n
        left join (
          select %3$s, %4$s as page_time
            from spot_check s%5$s
           where %2$s and %6$s and %7$s
           order by %4$s%8$s, s.check_id%8$s
           limit ?) p on true
       order by p.page_time%8$s, p.check_id%8$s""";

  private final JoinedConnection database;
  private final CaseRepository cases;
  private final SpotCheckRepository checks;
  private final CityCalendars calendars;
  private final Clock clock;

  SpotCheckDesk(
      JoinedConnection database,
      CaseRepository cases,
      SpotCheckRepository checks,
      CityCalendars calendars,
      Clock clock) {
    this.database = database;
    this.cases = cases;
    this.checks = checks;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * A page of a tab.
   *
   * @param drawId only of this draw, also in the counts; null for all
   */
  @Transactional
  Page page(
      CaseOnGrid grid, SpotCheckTab tab, UUID drawId, PageCursor after, int limit, Actor asker) {
    return database.call(tx -> page(tx, grid, tab, drawId, after, limit, asker.userId()));
  }

  private Page page(
      Connection tx,
      CaseOnGrid grid,
      SpotCheckTab tab,
      UUID drawId,
      PageCursor after,
      int limit,
      String asker)
      throws SQLException {
    StringBuilder counted = new StringBuilder();
    for (SpotCheckTab each : SpotCheckTab.values()) {
      counted
          .append(counted.isEmpty() ? "" : ", ")
          .append("count(*) filter (where ")
          .append(each.condition())
          .append(") as n_")
          .append(each.wireName());
    }
    String query =
        QUERY.formatted(
            counted,
            OF_THE_DRAW + " and " + grid.ofCase("s.case_id"),
            SpotCheckRow.COLUMNS,
            tab.time(),
            SpotCheckRow.JOINS,
            tab.condition(),
            after == null ? "true" : tab.after(),
            tab.direction());
    try (PreparedStatement select = tx.prepareStatement(query)) {
      int parameter = 1;
      for (SpotCheckTab each : SpotCheckTab.values()) {
        if (each.isOfWhoAsks()) {
          select.setString(parameter++, asker);
        }
      }
      // Once for the counts, once for the rows.
      for (int i = 0; i < 2; i++) {
        select.setObject(parameter++, drawId);
        select.setObject(parameter++, drawId);
        parameter = grid.bind(select, parameter);
      }
      if (tab.isOfWhoAsks()) {
        select.setString(parameter++, asker);
      }
      if (after != null) {
        select.setObject(parameter++, after.time().atOffset(ZoneOffset.UTC));
        select.setObject(parameter++, after.id());
      }
      // One more than asked for tells whether there is a next page.
      select.setInt(parameter, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        return read(row, tab, limit);
      }
    }
  }

  private Page read(ResultSet row, SpotCheckTab tab, int limit) throws SQLException {
    Instant now = clock.instant();
    WorkCalendar calendar = calendars.recent().calendar();
    TabRows<SpotCheckRow> rows =
        TabRows.read(
            row,
            "check_id",
            limit,
            SpotCheckDesk::counts,
            one -> SpotCheckRow.read(one, now, calendar));
    return new Page(
        rows.items(), rows.counts().get(tab.wireName()), rows.counts(), rows.nextCursor());
  }

  private static Map<String, Long> counts(ResultSet row) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (SpotCheckTab each : SpotCheckTab.values()) {
      counts.put(each.wireName(), row.getLong("n_" + each.wireName()));
    }
    return counts;
  }

  /** One check as this supervisor or leader sees it. */
  @Transactional
  SpotCheckDetail read(UUID checkId, Actor asker) {
    Set<String> hands = checks.handsOf(cases.findById(checks.caseOf(checkId)));
    return database.call(tx -> read(tx, checkId, asker, hands));
  }

  private SpotCheckDetail read(Connection tx, UUID checkId, Actor asker, Set<String> hands)
      throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "select "
                + SpotCheckRow.COLUMNS
                + """
                , f.content, f.demand, c.ended_at as closed_at, c.status as callback, c.attempts, c.via,
                c.responded, c.solved, c.satisfied, c.request_true, c.reason,
                case when c.via in ('SELF_SERVICE', 'SMS') then f.rating_words ->> c.round::text else c.verbatim end as verbatim
                from spot_check s"""
                + SpotCheckRow.JOINS
                + " where s.check_id = ?")) {
      select.setObject(1, checkId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFound("抽查任务", "spot check");
        }
        SpotCheckRow check = SpotCheckRow.read(row, clock.instant(), calendars.recent().calendar());
        boolean free =
            !hands.contains(asker.userId())
                && !Scope.isWithin(asker.unitPath(), row.getString("unit_path"));
        return new SpotCheckDetail(
            check,
            row.getString("content"),
            row.getString("demand"),
            instant(row, "closed_at"),
            claim(row),
            citizen(row),
            report(row),
            free && check.status() == SpotCheckStatus.CHECKING,
            free
                && check.status() == SpotCheckStatus.CONFIRMING
                && !asker.userId().equals(check.checker()));
      }
    }
  }

  private static SpotCheckDetail.Claim claim(ResultSet row) throws SQLException {
    Instant signed = instant(row, "signed_at");
    Instant replied = instant(row, "replied_at");
    return new SpotCheckDetail.Claim(
        row.getObject("claimed_contact", Boolean.class),
        row.getObject("claimed_solved", Boolean.class),
        signed,
        replied,
        signed == null || replied == null ? null : Duration.between(signed, replied).toMinutes());
  }

  private static SpotCheckDetail.Citizen citizen(ResultSet row) throws SQLException {
    return new SpotCheckDetail.Citizen(
        CallbackStatus.valueOf(row.getString("callback")),
        row.getInt("attempts"),
        SpotCheckRow.code(RatedVia.class, row.getString("via")),
        answer(row, "responded"),
        row.getString("solved") == null ? Solved.UNKNOWN : Solved.valueOf(row.getString("solved")),
        answer(row, "satisfied"),
        answer(row, "request_true"),
        SpotCheckRow.code(DissatisfactionReason.class, row.getString("reason")),
        row.getString("verbatim"));
  }

  private static Answer answer(ResultSet row, String column) throws SQLException {
    String said = row.getString(column);
    return said == null ? Answer.UNKNOWN : Answer.valueOf(said);
  }

  private static SpotCheckDetail.Report report(ResultSet row) throws SQLException {
    if (row.getString("finding") == null && row.getString("obstacle") == null) {
      return null;
    }
    return new SpotCheckDetail.Report(
        SpotCheckRow.code(Answer.class, row.getString("contacted")),
        instant(row, "checked_at"),
        row.getString("place"),
        row.getString("evidence"),
        row.getString("notes"),
        instant(row, "reported_at"),
        row.getString("sent_back"),
        row.getString("confirmed_by"));
  }
}
