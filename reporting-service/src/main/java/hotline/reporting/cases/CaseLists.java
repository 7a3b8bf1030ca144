package hotline.reporting.cases;

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

  private static final String WHERE =
      " FROM case_record WHERE accepted_at IS NOT NULL"
          + " AND (?::timestamptz IS NULL OR accepted_at >= ?::timestamptz)"
          + " AND (?::timestamptz IS NULL OR accepted_at < ?::timestamptz)"
          + " AND (?::text IS NULL OR unit_path = ?::text OR starts_with(unit_path, ?::text || '/'))"
          + " AND ";

  private static final String NEWEST_FIRST = " ORDER BY accepted_at DESC, case_id DESC";

  private final DataSource database;
  private final DirectoryNames names;

  CaseLists(DataSource database, DirectoryNames names) {
    this.database = database;
    this.names = names;
  }

  Page page(CaseList list, Period period, UnitScope unit, CaseCursor cursor, int limit) {
    try (Connection connection = database.getConnection()) {
      long count = count(connection, list, period, unit);
      String sql =
          "SELECT *"
              + WHERE
              + list.condition()
              + (cursor == null ? "" : " AND (accepted_at, case_id) < (?::timestamptz, ?::uuid)")
              + NEWEST_FIRST
              + " LIMIT "
              + (limit + 1);
      List<CaseLine> lines = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        int next = bind(select, period, unit);
        if (cursor != null) {
          select.setObject(next, cursor.acceptedAt().atOffset(ZoneOffset.UTC));
          select.setObject(next + 1, cursor.caseId());
        }
        Names known = names(connection);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            lines.add(line(rows, known));
          }
        }
      }
      boolean more = lines.size() > limit;
      List<CaseLine> items = more ? lines.subList(0, limit) : lines;
      CaseLine last = more ? items.get(limit - 1) : null;
      return new Page(
          items, count, more ? new CaseCursor(last.acceptedAt(), last.caseId()).text() : null);
    } catch (SQLException e) {
      throw new IllegalStateException("The list could not be read", e);
    }
  }

  /**
   * Opens every case of a list, newest acceptance first, without holding them in memory. The first
   * rows have been read when this returns.
   */
  public CaseRows open(CaseList list, Period period, UnitScope unit) {
    try {
      Connection connection = database.getConnection();
      try {
        // A cursor on the server needs a transaction; otherwise the driver reads all rows at once.
        connection.setAutoCommit(false);
        Names known = names(connection);
        PreparedStatement select =
            connection.prepareStatement("SELECT *" + WHERE + list.condition() + NEWEST_FIRST);
        select.setFetchSize(STREAM_FETCH);
        bind(select, period, unit);
        return new CaseRows(connection, select, row -> line(row, known));
      } catch (SQLException | RuntimeException e) {
        CaseRows.giveBack(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The list could not be read", e);
    }
  }

  private static long count(Connection connection, CaseList list, Period period, UnitScope unit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT count(*)" + WHERE + list.condition())) {
      bind(select, period, unit);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static int bind(PreparedStatement select, Period period, UnitScope unit)
      throws SQLException {
    OffsetDateTime start = at(period.start());
    OffsetDateTime end = at(period.end());
    select.setObject(1, start);
    select.setObject(2, start);
    select.setObject(3, end);
    select.setObject(4, end);
    select.setString(5, unit.path());
    select.setString(6, unit.path());
    select.setString(7, unit.path());
    return 8;
  }

  private record Names(
      Map<String, String> units, Map<String, String> categories, Map<String, String> places) {}

  private Names names(Connection connection) throws SQLException {
    return new Names(
        names.of(connection, "unit"),
        names.of(connection, "category"),
        names.of(connection, "place"));
  }

  private static CaseLine line(ResultSet row, Names known) throws SQLException {
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
        known.categories().getOrDefault(category, category),
        place,
        known.places().getOrDefault(place, place),
        unit,
        known.units().getOrDefault(unit, unit),
        instant(row, "received_at"),
        instant(row, "registered_at"),
        instant(row, "accepted_at"),
        instant(row, "first_replied_at"),
        instant(row, "last_replied_at"),
        instant(row, "closed_at"),
        instant(row, "reply_due"),
        row.getBoolean("overdue"),
        instant(row, "held_until"),
        row.getInt("extension_count"),
        row.getInt("return_count"),
        row.getInt("rounds"),
        row.getString("responded"),
        row.getString("solved"),
        row.getString("satisfied"),
        row.getString("external_source"),
        row.getString("external_ref"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
