package hotline.reporting.cases;

import static hotline.relay.quarkus.Columns.instant;

import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the lists behind the numbers, by page or row by row. */
@ApplicationScoped
public class CaseLists {

  /** A page and the exact count of the whole list. */
  public record Page(List<CaseLine> items, long count, String nextCursor) {}

  private static final int STREAM_FETCH = 500;

  private final DataSource database;
  private final DirectoryNames names;

  CaseLists(DataSource database, DirectoryNames names) {
    this.database = database;
    this.names = names;
  }

  Page page(CaseList list, Period period, UnitScope scope, CaseCursor cursor, int limit) {
    return page(
        list,
        scope,
        new Condition(list, period, scope),
        new Condition(list, period, scope),
        cursor,
        limit);
  }

  /**
   * Of all registered cases those that another table tells of.
   *
   * @param told a query of SQL for ids of cases
   * @param values of its places
   */
  public Page registered(
      UnitScope scope, String told, List<?> values, CaseCursor cursor, int limit) {
    Condition condition = new Condition(CaseList.REGISTERED, Period.ALL, scope);
    Condition behind = new Condition(CaseList.REGISTERED, Period.ALL, scope);
    for (Condition each : List.of(condition, behind)) {
      each.and("case_id IN (" + told + ")", values.toArray());
    }
    return page(CaseList.REGISTERED, scope, condition, behind, cursor, limit);
  }

  private Page page(
      CaseList list,
      UnitScope scope,
      Condition condition,
      Condition behind,
      CaseCursor cursor,
      int limit) {
    if (cursor != null) {
      behind.and(
          "(" + list.anchor() + ", case_id) < (?::timestamptz, ?::uuid)",
          at(cursor.at()),
          cursor.caseId());
    }
    // One statement sees one moment: the rows are of the list that was counted. The count comes
    // also when no row is left.
    String newestFirst = newestFirst(list);
    String sql =
        "SELECT whole.cases, page.* FROM (SELECT count(*) AS cases"
            + condition.sql()
            + ") whole LEFT JOIN (SELECT *"
            + behind.sql()
            + newestFirst(list)
            + " LIMIT "
            + (limit + 1)
            + ") page ON true"
            + newestFirst(list);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      behind.bind(select, condition.bind(select, 1));
      List<CaseLine> lines = new ArrayList<>();
      long count = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          count = rows.getLong("cases");
          if (rows.getObject("case_id") != null) {
            lines.add(line(rows, scope));
          }
        }
      }
      boolean more = lines.size() > limit;
      List<CaseLine> items = more ? lines.subList(0, limit) : lines;
      CaseLine last = more ? items.get(limit - 1) : null;
      return new Page(
          named(connection, items),
          count,
          more ? new CaseCursor(list.anchorOf(last), last.caseId()).text() : null);
    } catch (SQLException e) {
      throw new IllegalStateException("The list could not be read", e);
    }
  }

  /**
   * Opens every case of a list, newest first, without holding them in memory and without names. The
   * first rows have been read when this returns.
   */
  public CaseRows open(CaseList list, Period period, UnitScope scope) {
    return opened(
        connection -> {
          Condition condition = new Condition(list, period, scope);
          PreparedStatement select =
              connection.prepareStatement("SELECT *" + condition.sql() + newestFirst(list));
          select.setFetchSize(STREAM_FETCH);
          condition.bind(select, 1);
          return new CasesNow(connection, select, row -> line(row, scope));
        });
  }

  /**
   * Opens the accepted cases of a period as they stood at a moment, by what was recorded before it;
   * otherwise as {@link #open}.
   */
  public CaseRows openAsOf(Instant moment, Period period, UnitScope scope) {
    return opened(connection -> new CasesThen(connection, moment, period, scope));
  }

  private interface Opening {
    CaseRows on(Connection connection) throws SQLException;
  }

  private CaseRows opened(Opening opening) {
    try {
      Connection connection = database.getConnection();
      try {
        // A cursor on the server needs a transaction; otherwise the driver reads all rows at once.
        connection.setAutoCommit(false);
        return opening.on(connection);
      } catch (SQLException | RuntimeException e) {
        CaseRows.giveBack(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The list could not be read", e);
    }
  }

  private static String newestFirst(CaseList list) {
    return " ORDER BY " + list.anchor() + " DESC, case_id DESC";
  }

  /**
   * What a list holds, in words of SQL. Only what was asked for is in it, and the condition of the
   * list stands as it is written: so the planner finds the index that was made for the list.
   */
  private static final class Condition {

    private final StringBuilder sql = new StringBuilder(" FROM case_record WHERE ");
    private final List<Object> values = new ArrayList<>();

    Condition(CaseList list, Period period, UnitScope scope) {
      String anchor = list.anchor();
      sql.append(anchor).append(" IS NOT NULL AND ").append(list.condition(scope));
      if (period.start() != null) {
        and(anchor + " >= ?::timestamptz", at(period.start()));
      }
      if (period.end() != null) {
        and(anchor + " < ?::timestamptz", at(period.end()));
      }
      if (list.leavesOutAnsweredWithMain(scope)) {
        and("NOT answered_with_main");
      }
      if (scope.path() != null) {
        String unit = list.unitPath();
        and(
            "(" + unit + " = ? OR starts_with(" + unit + ", ? || '/'))",
            scope.path(),
            scope.path());
      }
      if (scope.alone()) {
        and(list.unitId() + " = ?", scope.code());
      }
      if (scope.placePath() != null) {
        String place = scope.placePath();
        and("(place_path = ? OR starts_with(place_path, ? || '/'))", place, place);
      }
    }

    void and(String condition, Object... more) {
      sql.append(" AND ").append(condition);
      values.addAll(List.of(more));
    }

    String sql() {
      return sql.toString();
    }

    /** Returns the place of the next value. */
    int bind(PreparedStatement select, int first) throws SQLException {
      int next = first;
      for (Object value : values) {
        select.setObject(next++, value);
      }
      return next;
    }
  }

  private List<CaseLine> named(Connection connection, List<CaseLine> lines) throws SQLException {
    Map<String, Map<String, String>> known =
        names.of(
            connection,
            Map.of(
                "unit", lines.stream().map(CaseLine::unitId).toList(),
                "category", lines.stream().map(CaseLine::categoryCode).toList(),
                "place", lines.stream().map(CaseLine::placeCode).toList()));
    return lines.stream()
        .map(line -> line.named(known.get("category"), known.get("place"), known.get("unit")))
        .toList();
  }

  /** Without names: each code stands for itself. */
  private static CaseLine line(ResultSet row, UnitScope scope) throws SQLException {
    String category = row.getString("category_code");
    String place = row.getString("place_code");
    String unit = row.getString("unit_id");
    return new CaseLine(
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("status"),
        row.getString("kind"),
        row.getString("urgency"),
        row.getString("channel"),
        category,
        category,
        place,
        place,
        unit,
        unit,
        instant(row, "received_at"),
        instant(row, "registered_at"),
        instant(row, "accepted_at"),
        instant(row, "first_replied_at"),
        instant(row, "last_replied_at"),
        instant(row, "closed_at"),
        instant(row, "reply_due"),
        row.getBoolean(scope.overdue()),
        row.getBoolean("unit_overdue"),
        instant(row, "held_until"),
        row.getInt("extension_count"),
        row.getInt("return_count"),
        row.getInt("dispute_count"),
        row.getLong("ruling_minutes"),
        row.getInt("rounds"),
        row.getString("responded"),
        row.getString("solved"),
        row.getString("satisfied"),
        row.getObject("excluded_at") != null,
        row.getBoolean("rating_set_aside"),
        spotResult(row),
        row.getString("external_source"),
        row.getString("external_ref"),
        row.getString("entered_as"));
  }

  /** What counts, or beside it what a weighted draw found. */
  private static String spotResult(ResultSet row) throws SQLException {
    String inProportion = row.getString("spot_result");
    return inProportion == null ? row.getString("spot_weighted_result") : inProportion;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
