package hotline.evaluation.scoring;

import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.callbacks.TabRows;
import hotline.evaluation.cases.CaseOnGrid;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What units asked about their score, by tab: a page and the exact counts from one look. */
@ApplicationScoped
class ScoreRequestDesk {

  /** One page of a tab; {@code count} is the number of rows of the whole tab. */
  @Schema(name = "ScoreRequestPage")
  record Page(
      List<ScoreRequestView> items, long count, Map<String, Long> counts, String nextCursor) {}

  // One statement, so that a tab's number and the rows below it cannot differ.
  private static final String QUERY =
      """
      select n.review, n.confirm, n.decided, p.*
        from (select count(*) filter (where status = 'REVIEWING') as review,
                     count(*) filter (where status = 'CONFIRMING') as confirm,
                     count(*) filter (where status not in ('REVIEWING', 'CONFIRMING')) as decided
                from score_request r where %2$s) n
        left join (
          select %1$s, %3$s as page_time
            from score_request r %4$s
           where %2$s and %5$s and %6$s
           order by %3$s%7$s, r.request_id%7$s
           limit ?) p on true
       order by p.page_time%7$s, p.request_id%7$s""";

  private static final String SCOPE =
      "r.kind = ? and (?::text is null or r.unit_path = ? or starts_with(r.unit_path, ? || '/'))";

  private final AgroalDataSource database;

  ScoreRequestDesk(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * @param unit the subtree that is seen; null for all
   */
  Page page(
      CaseOnGrid grid,
      ScoreRequestKind kind,
      ScoreRequestTab tab,
      String unit,
      PageCursor after,
      int limit) {
    String query =
        QUERY.formatted(
            ScoreRequestView.COLUMNS,
            SCOPE + " and " + grid.ofCase("r.case_id"),
            tab.time(),
            ScoreRequestView.JOINS,
            tab.condition(),
            after == null ? "true" : tab.after(),
            tab.direction());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      int parameter = 1;
      // Once for the counts, once for the rows.
      for (int i = 0; i < 2; i++) {
        select.setString(parameter++, kind.name());
        for (int j = 0; j < 3; j++) {
          select.setString(parameter++, unit);
        }
        parameter = grid.bind(select, parameter);
      }
      if (after != null) {
        select.setObject(parameter++, OffsetDateTime.ofInstant(after.time(), ZoneOffset.UTC));
        select.setObject(parameter++, after.id());
      }
      // One more than asked for tells whether there is a next page.
      select.setInt(parameter, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        return read(row, tab, unit != null, limit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The requests about scores cannot be read", e);
    }
  }

  private static Page read(ResultSet row, ScoreRequestTab tab, boolean ofUnit, int limit)
      throws SQLException {
    TabRows<ScoreRequestView> rows =
        TabRows.read(
            row,
            "request_id",
            limit,
            ScoreRequestDesk::counts,
            one -> {
              ScoreRequestView request = ScoreRequestView.read(one);
              return ofUnit ? request.forUnit() : request;
            });
    return new Page(
        rows.items(), rows.counts().get(tab.wireName()), rows.counts(), rows.nextCursor());
  }

  private static Map<String, Long> counts(ResultSet row) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("review", row.getLong("review"));
    counts.put("confirm", row.getLong("confirm"));
    counts.put("open", row.getLong("review") + row.getLong("confirm"));
    counts.put("decided", row.getLong("decided"));
    return counts;
  }
}
