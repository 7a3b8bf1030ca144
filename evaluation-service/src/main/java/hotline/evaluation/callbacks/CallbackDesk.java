package hotline.evaluation.callbacks;

import hotline.calendar.WorkCalendar;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.relay.quarkus.CityCalendars;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tabs of the callback desk: a page and the exact counts, from one look at the database. */
@ApplicationScoped
class CallbackDesk {

  /** One page of a tab; {@code count} is the number of rows of the whole tab. */
  @Schema(name = "CallbackPage")
  record Page(
      List<CallbackSummary> items,
      long count,
      Map<String, Long> counts,
      @Schema(description = "when nobody is called; null where it does not matter 勿扰时段，未启用时为空")
          QuietHours quietHours,
      String nextCursor) {}

  // One statement, so that a tab's number and the rows below it cannot differ.
  private static final String QUERY =
      """
      select n.open, n.overdue, n.done, p.*
        from (%s) n
        left join (
          select c.callback_id, c.case_id, c.case_no, c.round, c.status, c.attempts, c.opened_at,
                 c.callback_due, c.yellow_from, c.overdue_since, c.version, %s as page_time,
                 c.wants_callback, h.kind, h.urgency, f.title, f.demand
            from callback c
            join hotline_case h using (case_id)
            left join case_file f using (case_id)
           where %s and %s and %s
           order by %s
           limit ?) p on true
       order by p.page_time %s, p.callback_id %s""";

  private static final String COUNTS =
      """
      select (select count(*) from callback where status = 'OPEN') as open,
             (select count(*) from callback
               where status = 'OPEN' and overdue_since is not null) as overdue,
             (select sum(ended) from ended_callback_count) as done""";

  // What has ended is tallied for the whole city: of a grid it is counted one by one.
  private static final String COUNTS_ON_GRID =
      """
      select count(*) filter (where status = 'OPEN') as open,
             count(*) filter (where status = 'OPEN' and overdue_since is not null) as overdue,
             count(*) filter (where status <> 'OPEN') as done
        from callback x where %s""";

  private final AgroalDataSource database;
  private final PolicyInForce policy;
  private final CityCalendars calendars;
  private final Clock clock;

  CallbackDesk(
      AgroalDataSource database, PolicyInForce policy, CityCalendars calendars, Clock clock) {
    this.database = database;
    this.policy = policy;
    this.calendars = calendars;
    this.clock = clock;
  }

  Page page(CaseOnGrid grid, CallbackTab tab, PageCursor after, int limit) {
    String direction = tab.order().contains("desc") ? "desc" : "";
    String query =
        QUERY.formatted(
            grid.isWholeCity() ? COUNTS : COUNTS_ON_GRID.formatted(grid.ofCase("x.case_id")),
            tab.time(),
            tab.condition(),
            grid.ofPlace("h.place_path"),
            after == null ? "true" : tab.after(),
            tab.order(),
            direction,
            direction);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      // Once for the counts, once for the rows.
      int parameter = grid.bind(select, grid.bind(select, 1));
      if (after != null) {
        select.setObject(parameter++, OffsetDateTime.ofInstant(after.time(), ZoneOffset.UTC));
        select.setObject(parameter++, after.id());
      }
      // One more than asked for tells whether there is a next page.
      select.setInt(parameter, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        return read(row, tab, limit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The callback desk cannot be read", e);
    }
  }

  private Page read(ResultSet row, CallbackTab tab, int limit) throws SQLException {
    Instant now = clock.instant();
    WorkCalendar calendar = calendars.recent().calendar();
    TabRows<CallbackSummary> rows =
        TabRows.read(
            row,
            "callback_id",
            limit,
            CallbackDesk::counts,
            one -> CallbackSummary.read(one, now, calendar));
    String name = tab.name().toLowerCase(java.util.Locale.ROOT);
    return new Page(
        rows.items(),
        rows.counts().get(name),
        rows.counts(),
        policy.get().quietHours().orElse(null),
        rows.nextCursor());
  }

  private static Map<String, Long> counts(ResultSet row) throws SQLException {
    return Map.of(
        "open", row.getLong("open"),
        "overdue", row.getLong("overdue"),
        "done", row.getLong("done"),
        "all", row.getLong("open") + row.getLong("done"));
  }
}
