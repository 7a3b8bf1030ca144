package hotline.evaluation.archiving;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Invalid;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.callbacks.TabRows;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.LegalHoldReason;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The legal holds of all cases: those that stand, the oldest first, and what was lifted. */
@ApplicationScoped
class HoldDesk {

  /** One page of a tab; {@code count} is the number of rows of the whole tab. */
  @Schema(name = "LegalHoldPage")
  record Page(List<Row> items, long count, Map<String, Long> counts, String nextCursor) {}

  /** A hold with its case. */
  @Schema(name = "LegalHoldRow")
  record Row(
      UUID holdId,
      UUID caseId,
      String caseNo,
      String title,
      CaseStatus caseStatus,
      LegalHoldReason reason,
      @Schema(description = "such as the number of the lawsuit 文号或案号") String reference,
      Instant placedAt,
      Instant liftedAt) {}

  private static final String STANDING = "standing";
  private static final String LIFTED = "lifted";

  private static final String QUERY =
      """
      select n.standing, n.lifted, p.*
        from (select count(*) filter (where lifted_at is null) as standing,
                     count(*) filter (where lifted_at is not null) as lifted
                from legal_hold x where %5$s) n
        left join (
          select l.hold_id, l.case_id, h.case_no, h.status, l.reason, l.reference, l.placed_at,
                 l.lifted_at, %1$s as page_time,
                 (select title from case_file f where f.case_id = l.case_id) as title
            from legal_hold l join hotline_case h using (case_id)
           where l.lifted_at is %2$s and %6$s and %3$s
           order by %1$s%4$s, l.hold_id%4$s
           limit ?) p on true
       order by p.page_time%4$s, p.hold_id%4$s""";

  private final AgroalDataSource database;

  HoldDesk(AgroalDataSource database) {
    this.database = database;
  }

  Page page(CaseOnGrid grid, String tab, PageCursor after, int limit) {
    if (!tab.equals(STANDING) && !tab.equals(LIFTED)) {
      throw new Invalid(
          "tab", "unknown-value", "tab 只能是 standing 或 lifted。", "tab must be standing or lifted.");
    }
    boolean standing = tab.equals(STANDING);
    String time = standing ? "l.placed_at" : "l.lifted_at";
    String query =
        QUERY.formatted(
            time,
            standing ? "null" : "not null",
            after == null
                ? "true"
                : "(%s, l.hold_id) %s (?, ?)".formatted(time, standing ? ">" : "<"),
            standing ? "" : " desc",
            grid.ofCase("x.case_id"),
            grid.ofPlace("h.place_path"));
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
      throw new IllegalStateException("The legal holds cannot be read", e);
    }
  }

  private static Page read(ResultSet row, String tab, int limit) throws SQLException {
    TabRows<Row> rows =
        TabRows.read(
            row,
            "hold_id",
            limit,
            one -> Map.of(STANDING, one.getLong("standing"), LIFTED, one.getLong("lifted")),
            HoldDesk::hold);
    return new Page(rows.items(), rows.counts().get(tab), rows.counts(), rows.nextCursor());
  }

  private static Row hold(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("hold_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        CaseStatus.valueOf(row.getString("status")),
        LegalHoldReason.valueOf(row.getString("reason")),
        row.getString("reference"),
        instant(row, "placed_at"),
        instant(row, "lifted_at"));
  }
}
