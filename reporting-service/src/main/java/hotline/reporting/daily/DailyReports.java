package hotline.reporting.daily;

import hotline.lifecycle.EventType;
import hotline.reporting.cases.CaseCursor;
import hotline.reporting.cases.CaseLists;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.HeadlineNumbers;
import hotline.reporting.headline.Period;
import hotline.reporting.headline.Rate;
import hotline.reporting.log.LogProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the report of a day from the timeline: no count of its own is kept. */
@ApplicationScoped
public class DailyReports {

  private static final int WEEK = 7;
  private static final int MOST_CATEGORIES = 10;
  private static final int MOST_UNITS = 20;

  /** A fact may have been recorded by a clock that was behind; never by that much. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final BigDecimal PARTLY = new BigDecimal("0.5");

  private static final String RATED = answered("type", EventType.EVALUATION_RECORDED.wireName());

  /**
   * Facts of the day, of the day before and of seven days before; the months before are not read.
   */
  private static final String FACTS =
      " FROM (SELECT (occurred_at AT TIME ZONE '"
          + Period.ZONE
          + "')::date AS day, case_id, type, data FROM timeline_entry t"
          + " WHERE NOT superseded AND recorded_at >= ?"
          + " AND ((occurred_at >= ? AND occurred_at < ?) OR (occurred_at >= ? AND occurred_at < ?))"
          + " AND (?::text IS NULL OR EXISTS (SELECT FROM case_record c WHERE c.case_id = t.case_id"
          + " AND (c.place_path = ? OR starts_with(c.place_path, ? || '/'))))) facts";

  /** Ids of the cases to which it happened on one day. */
  private static final String HAPPENED =
      "SELECT case_id FROM timeline_entry WHERE NOT superseded AND recorded_at >= ?"
          + " AND occurred_at >= ? AND occurred_at < ? AND ";

  private static final String FLOWS =
      "SELECT day, "
          + LogProgress.AS_OF
          + " AS as_of, "
          + DailyFlow.counted()
          + ratings("responded", "YES", "NO", "UNKNOWN")
          + ratings("solved", "YES", "PARTLY", "NO", "NOT_BY_POLICY", "UNKNOWN")
          + ratings("satisfied", "YES", "NO", "UNKNOWN")
          + " FROM (VALUES (?::date), (?::date), (?::date)) days (day) LEFT JOIN (SELECT *"
          + FACTS
          + ") happened USING (day) GROUP BY day";

  private static final String CATEGORIES =
      "SELECT c.category_code, count(*) FILTER (WHERE day = ?) AS registered,"
          + " count(*) FILTER (WHERE day = ?) AS day_before"
          + FACTS
          + " JOIN case_record c USING (case_id) WHERE "
          + DailyFlow.REGISTERED.happened()
          + " GROUP BY c.category_code HAVING count(*) FILTER (WHERE day = ?) > 0"
          + " ORDER BY registered DESC, c.category_code LIMIT "
          + MOST_CATEGORIES;

  private static final String UNITS =
      "SELECT data->>'unitId' AS unit_id, count(DISTINCT case_id) FILTER (WHERE "
          + DailyFlow.CLOSED.happened()
          + ") AS closed, count(DISTINCT case_id) FILTER (WHERE "
          + DailyFlow.OVERDUE.happened()
          + ") AS overdue"
          + FACTS
          + " WHERE day = ? AND data->>'unitId' IS NOT NULL AND ("
          + DailyFlow.CLOSED.happened()
          + " OR "
          + DailyFlow.OVERDUE.happened()
          + ") GROUP BY 1 ORDER BY overdue DESC, closed DESC, unit_id LIMIT "
          + MOST_UNITS;

  private final DataSource database;
  private final DirectoryNames names;
  private final HeadlineNumbers numbers;
  private final CaseLists lists;

  DailyReports(
      DataSource database, DirectoryNames names, HeadlineNumbers numbers, CaseLists lists) {
    this.database = database;
    this.names = names;
    this.numbers = numbers;
    this.lists = lists;
  }

  /** The report of a day, of the places that are seen. */
  public DailyReport of(LocalDate date, UnitScope scope) {
    try (Connection connection = database.getConnection()) {
      Days days = new Days(connection, date, scope);
      Headline now = numbers.read(connection, Period.ALL, scope);
      Instant end = date.plusDays(1).atStartOfDay(Period.ZONE).toInstant();
      return new DailyReport(
          date,
          date.getDayOfYear(),
          days.asOf,
          days.asOf != null && !days.asOf.isBefore(end),
          days.flows(),
          days.ratings,
          categories(connection, date, scope),
          units(connection, date, scope),
          now);
    } catch (SQLException e) {
      throw new IllegalStateException("The report of the day could not be read", e);
    }
  }

  private static String answered(String column, String value) {
    return column + " = '" + value + "'";
  }

  private static String ratings(String question, String... answers) {
    StringBuilder sums = new StringBuilder();
    for (String answer : answers) {
      sums.append(", count(*) FILTER (WHERE ")
          .append(RATED)
          .append(" AND ")
          .append(answered("data->>'" + question + "'", answer))
          .append(") AS ")
          .append(question)
          .append('_')
          .append(answer);
    }
    return sums.toString();
  }

  /** The cases of one number, newest first. */
  CaseLists.Page cases(
      LocalDate date, DailyFlow flow, UnitScope scope, CaseCursor cursor, int limit) {
    OffsetDateTime start = start(date);
    return lists.registered(
        scope,
        HAPPENED + flow.happened(),
        List.of(start.minus(CLOCKS_DIFFER), start, start(date.plusDays(1))),
        cursor,
        limit);
  }

  /** Binds what {@link #FACTS} asks for; returns the next place. */
  private static int bindFacts(PreparedStatement select, int at, LocalDate date, UnitScope scope)
      throws SQLException {
    int next = at;
    LocalDate weekBefore = date.minusDays(WEEK);
    select.setObject(next++, start(weekBefore).minus(CLOCKS_DIFFER));
    select.setObject(next++, start(weekBefore));
    select.setObject(next++, start(weekBefore.plusDays(1)));
    select.setObject(next++, start(date.minusDays(1)));
    select.setObject(next++, start(date.plusDays(1)));
    for (int i = 0; i < 3; i++) {
      select.setString(next++, scope.placePath());
    }
    return next;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(Period.ZONE).toInstant().atOffset(ZoneOffset.UTC);
  }

  /** The numbers of the three days. */
  private static final class Days {

    private final List<long[]> byFlow = new ArrayList<>();
    private Instant asOf;
    private DailyReport.Ratings ratings;

    Days(Connection connection, LocalDate date, UnitScope scope) throws SQLException {
      List<LocalDate> days = List.of(date, date.minusDays(1), date.minusDays(WEEK));
      for (int i = 0; i < DailyFlow.values().length; i++) {
        byFlow.add(new long[days.size()]);
      }
      try (PreparedStatement select = connection.prepareStatement(FLOWS)) {
        int next = 1;
        for (LocalDate day : days) {
          select.setObject(next++, day);
        }
        bindFacts(select, next, date, scope);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            take(row, days.indexOf(row.getObject("day", LocalDate.class)));
          }
        }
      }
    }

    private void take(ResultSet row, int day) throws SQLException {
      for (DailyFlow flow : DailyFlow.values()) {
        byFlow.get(flow.ordinal())[day] = row.getLong(flow.code());
      }
      if (day == 0) {
        OffsetDateTime read = row.getObject("as_of", OffsetDateTime.class);
        asOf = read == null ? null : read.toInstant();
        ratings = ratingsOf(row);
      }
    }

    List<DailyReport.Flow> flows() {
      List<DailyReport.Flow> flows = new ArrayList<>();
      for (DailyFlow flow : DailyFlow.values()) {
        long[] counts = byFlow.get(flow.ordinal());
        flows.add(new DailyReport.Flow(flow, counts[0], counts[1], counts[2]));
      }
      return flows;
    }
  }

  private static DailyReport.Ratings ratingsOf(ResultSet row) throws SQLException {
    long partly = row.getLong("solved_PARTLY");
    return new DailyReport.Ratings(
        yesOrNo(row, "responded"),
        Rate.of(
            "daily.solved.v1",
            BigDecimal.valueOf(row.getLong("solved_YES"))
                .add(PARTLY.multiply(BigDecimal.valueOf(partly))),
            row.getLong("solved_YES") + partly + row.getLong("solved_NO"),
            partly,
            row.getLong("solved_UNKNOWN"),
            row.getLong("solved_NOT_BY_POLICY"),
            null),
        yesOrNo(row, "satisfied"));
  }

  private static Rate yesOrNo(ResultSet row, String question) throws SQLException {
    long yes = row.getLong(question + "_YES");
    return Rate.of(
        "daily." + question + ".v1",
        BigDecimal.valueOf(yes),
        yes + row.getLong(question + "_NO"),
        row.getLong(question + "_UNKNOWN"));
  }

  private List<DailyReport.Category> categories(
      Connection connection, LocalDate date, UnitScope scope) throws SQLException {
    Map<String, String> called = names.of(connection, "category");
    List<DailyReport.Category> categories = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(CATEGORIES)) {
      select.setObject(1, date);
      select.setObject(2, date.minusDays(1));
      select.setObject(bindFacts(select, 3, date, scope), date);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String code = rows.getString(1);
          categories.add(
              new DailyReport.Category(
                  code, called.getOrDefault(code, code), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    return categories;
  }

  private List<DailyReport.Unit> units(Connection connection, LocalDate date, UnitScope scope)
      throws SQLException {
    Map<String, String> called = names.of(connection, "unit");
    List<DailyReport.Unit> units = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(UNITS)) {
      select.setObject(bindFacts(select, 1, date, scope), date);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String code = rows.getString(1);
          units.add(
              new DailyReport.Unit(
                  code, called.getOrDefault(code, code), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    return units;
  }
}
