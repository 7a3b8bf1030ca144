package hotline.evaluation.scoring;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Invalid;
import hotline.evaluation.callbacks.CallbackStatus;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.lifecycle.Answer;
import hotline.lifecycle.Solved;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The closed cases of a unit, newest first: those that it may still ask about, and the others. */
@ApplicationScoped
class ScoredRounds {

  /** One page of a tab; {@code count} is the number of rows of the whole tab. */
  @Schema(name = "ScoredRoundPage")
  record Page(List<ScoredRound> items, long count, Map<String, Long> counts, String nextCursor) {}

  private static final String OPEN = "open";
  private static final String OVER = "over";

  private static final String OF_UNIT =
      """
      callback c join hotline_case h using (case_id)
           where c.decision = 'CLOSED' and h.status in ('CLOSED', 'ARCHIVED') and h.round = c.round
             and (c.unit_path = ? or starts_with(c.unit_path, ? || '/'))""";

  private static final String QUERY =
      """
      select n.open_rounds, n.over_rounds, p.*
        from (select count(*) filter (where c.contest_until >= ?) as open_rounds,
                     count(*) filter (where c.contest_until < ?) as over_rounds
                from %1$s) n
        left join (
          select c.callback_id, c.case_id, c.case_no, c.round, c.status, c.unit_id, c.ended_at,
                 c.contest_until, c.responded, c.solved, c.satisfied, h.version,
                 (select title from case_file f where f.case_id = c.case_id) as title,
                 (select name_zh from unit u where u.unit_id = c.unit_id) as unit_name,
                 (select r.status from score_request r where r.case_id = c.case_id
                     and r.round = c.round and r.kind = 'EXCLUSION') as exclusion,
                 (select r.status from score_request r where r.case_id = c.case_id
                     and r.round = c.round and r.kind = 'APPEAL') as appeal
            from %1$s
             and c.contest_until %2$s ? and %3$s
           order by c.ended_at desc, c.callback_id desc
           limit ?) p on true
       order by p.ended_at desc, p.callback_id desc""";

  private final AgroalDataSource database;
  private final Clock clock;

  ScoredRounds(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Page page(CaseOnGrid grid, String tab, String unit, PageCursor after, int limit) {
    if (!tab.equals(OPEN) && !tab.equals(OVER)) {
      throw new Invalid(
          "tab", "unknown-value", "tab 只能是 open 或 over。", "tab must be open or over.");
    }
    Instant now = clock.instant();
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    String query =
        QUERY.formatted(
            OF_UNIT + " and " + grid.ofPlace("h.place_path"),
            tab.equals(OPEN) ? ">=" : "<",
            after == null ? "true" : "(c.ended_at, c.callback_id) < (?, ?)");
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      int parameter = 1;
      select.setObject(parameter++, at);
      select.setObject(parameter++, at);
      // Once for the counts, once for the rows.
      for (int i = 0; i < 2; i++) {
        select.setString(parameter++, unit);
        select.setString(parameter++, unit);
        parameter = grid.bind(select, parameter);
      }
      select.setObject(parameter++, at);
      if (after != null) {
        select.setObject(parameter++, OffsetDateTime.ofInstant(after.time(), ZoneOffset.UTC));
        select.setObject(parameter++, after.id());
      }
      // One more than asked for tells whether there is a next page.
      select.setInt(parameter, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        return read(row, tab, now, limit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The closed cases of a unit cannot be read", e);
    }
  }

  private static Page read(ResultSet row, String tab, Instant now, int limit) throws SQLException {
    List<ScoredRound> items = new ArrayList<>();
    Map<String, Long> counts = Map.of();
    PageCursor last = null;
    boolean more = false;
    while (row.next()) {
      counts = Map.of(OPEN, row.getLong("open_rounds"), OVER, row.getLong("over_rounds"));
      UUID id = row.getObject("callback_id", UUID.class);
      if (id == null) {
        continue;
      }
      if (items.size() == limit) {
        more = true;
        break;
      }
      ScoredRound round = round(row, now);
      items.add(round);
      last = new PageCursor(round.closedAt(), id);
    }
    return new Page(items, counts.get(tab), counts, more ? last.format() : null);
  }

  private static ScoredRound round(ResultSet row, Instant now) throws SQLException {
    int round = row.getInt("round");
    CallbackStatus ended = CallbackStatus.valueOf(row.getString("status"));
    Instant until = instant(row, "contest_until");
    ScoreRequestStatus exclusion = status(row, "exclusion");
    ScoreRequestStatus appeal = status(row, "appeal");
    return new ScoredRound(
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        round,
        row.getString("unit_id"),
        row.getString("unit_name"),
        instant(row, "ended_at"),
        until,
        ScoreRequestView.code(Answer.class, row.getString("responded"), Answer.UNKNOWN),
        ScoreRequestView.code(Solved.class, row.getString("solved"), Solved.UNKNOWN),
        ScoreRequestView.code(Answer.class, row.getString("satisfied"), Answer.UNKNOWN),
        exclusion,
        appeal,
        Hindrance.of(ScoreRequestKind.EXCLUSION, round, ended, until, exclusion != null, now)
            .orElse(null),
        Hindrance.of(ScoreRequestKind.APPEAL, round, ended, until, appeal != null, now)
            .orElse(null),
        row.getLong("version"));
  }

  private static ScoreRequestStatus status(ResultSet row, String column) throws SQLException {
    return ScoreRequestView.code(ScoreRequestStatus.class, row.getString(column), null);
  }
}
