package hotline.evaluation.spotchecks;

import static hotline.relay.quarkus.Columns.instant;

import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Closings with a signal of false closure (疑似虚假办结) that were not drawn: a list to look at, from
 * which nobody picks what is checked.
 */
@ApplicationScoped
class SuspiciousClosings {

  /** A page, newest first; {@code count} is the number of all in the period. */
  @Schema(name = "SuspiciousClosingPage")
  record Page(List<Row> items, long count, String nextCursor) {}

  /** A closed case and what makes its closing look suspicious. */
  @Schema(name = "SuspiciousClosing")
  record Row(
      UUID caseId,
      String caseNo,
      String title,
      String unitId,
      String unitName,
      @Schema(description = "top category 一级分类") String category,
      Instant closedAt,
      Set<Signal> signals) {}

  private static final String FOUND =
      "select c.callback_id, c.case_id, c.case_no, c.unit_id, left(h.category_code, 2) as category,"
          + " c.ended_at, "
          + ClosedCases.SIGNALS
          + " as signals"
          + ClosedCases.FROM;

  private static final String QUERY =
      "with found as (select * from ("
          + FOUND
          + " and %s) all_of_them where signals <> '{}') select n.cases, p.* from (select count(*) as cases from"
          + " found) n left join (select x.*, f.title, u.name_zh from found x left join case_file f"
          + " using (case_id) left join unit u using (unit_id) where %s order by x.ended_at desc,"
          + " x.callback_id desc limit ?) p on true order by p.ended_at desc, p.callback_id desc";

  private final ClosedCases closedCases;
  private final AgroalDataSource database;

  SuspiciousClosings(ClosedCases closedCases, AgroalDataSource database) {
    this.closedCases = closedCases;
    this.database = database;
  }

  Page page(CaseOnGrid grid, LocalDate from, LocalDate to, PageCursor after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                QUERY.formatted(
                    grid.ofPlace("h.place_path"),
                    after == null ? "true" : "(x.ended_at, x.callback_id) < (?, ?)"))) {
      int parameter = grid.bind(select, closedCases.bind(select, 1, from, to));
      if (after != null) {
        select.setObject(parameter++, after.time().atOffset(ZoneOffset.UTC));
        select.setObject(parameter++, after.id());
      }
      // One more than asked for tells whether there is a next page.
      select.setInt(parameter, limit + 1);
      List<Row> items = new ArrayList<>();
      long count = 0;
      PageCursor last = null;
      boolean more = false;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          count = row.getLong("cases");
          if (row.getObject("callback_id") == null) {
            continue;
          }
          if (items.size() == limit) {
            more = true;
            break;
          }
          items.add(read(row));
          last = new PageCursor(instant(row, "ended_at"), row.getObject("callback_id", UUID.class));
        }
      }
      return new Page(items, count, more ? last.format() : null);
    } catch (SQLException e) {
      throw new IllegalStateException("The closings cannot be read", e);
    }
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        row.getString("unit_id"),
        row.getString("name_zh"),
        row.getString("category"),
        instant(row, "ended_at"),
        ClosedCases.signals(row.getArray("signals")));
  }
}
