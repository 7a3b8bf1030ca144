package hotline.dispatch.supervision;

import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.CaseOnGrid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many notices, yellow and red cards each unit got in a period (督办单、黄牌、红牌统计). */
@ApplicationScoped
public class Cards {

  private final DataSource database;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;

  Cards(DataSource database, DirectoryStore directory, TimeRulesInForce timeRules) {
    this.database = database;
    this.directory = directory;
    this.timeRules = timeRules;
  }

  /**
   * Of one unit.
   *
   * @param missed orders whose rectification was ever late
   */
  @Schema(name = "UnitCards")
  public record Row(
      String unitId,
      String unitName,
      long notices,
      long yellow,
      long red,
      long open,
      long missed) {}

  /** A list that is whole, the most red cards first. */
  @Schema(name = "CardCounts")
  public record Counts(List<Row> items, long count) {}

  /** Orders that were opened on these days; both ends are included. */
  Counts between(Scope scope, String from, String to) {
    String grid = scope.sqlGridPathPrefix().orElse(null);
    LocalDate first = date(from, "from");
    LocalDate last = date(to, "to");
    Directory names = directory.recent();
    List<Row> rows = new ArrayList<>();
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select unit_id, count(*) filter (where level = 'NOTICE') as notices,"
                    + " count(*) filter (where level = 'YELLOW_CARD') as yellow,"
                    + " count(*) filter (where level = 'RED_CARD') as red,"
                    + " count(*) filter (where closed_at is null) as open,"
                    + " count(*) filter (where missed) as missed"
                    + " from supervision_order o where opened_at >= ? and opened_at < ?"
                    + (grid == null
                        ? ""
                        : " and " + CaseOnGrid.of("o.case_id").replace(":grid", "?"))
                    + " group by unit_id order by red desc, yellow desc, notices desc, unit_id")) {
      sql.setObject(
          1, first.atStartOfDay(timeRules.calendar().zone()).toInstant().atOffset(ZoneOffset.UTC));
      sql.setObject(
          2,
          last.plusDays(1)
              .atStartOfDay(timeRules.calendar().zone())
              .toInstant()
              .atOffset(ZoneOffset.UTC));
      if (grid != null) {
        sql.setString(3, grid);
        sql.setString(4, grid);
      }
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getString(1),
                  names.unitName(row.getString(1)),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The cards cannot be counted", e);
    }
    return new Counts(rows, rows.size());
  }

  private static LocalDate date(String text, String field) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException notADate) {
      throw new Invalid(
          field, "not-a-date", "日期应写作 2026-03-31。", "A date is written as 2026-03-31.");
    }
  }
}
