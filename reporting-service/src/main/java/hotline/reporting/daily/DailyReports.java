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
import hotline.reporting.log.ReadModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the report of a day from the timeline: no count of its own is kept. */
@ApplicationScoped
public class DailyReports {

  private static final int WEEK = 7;
  private static final int MOST_CATEGORIES = 10;
  private static final int MOST_UNITS = 20;

  /** A fact may have been recorded by a clock that was behind; never by that much. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final String RATED = answered("type", EventType.EVALUATION_RECORDED.wireName());

  private static final String FACTS =
      " FROM (SELECT (occurred_at AT TIME ZONE '"
          + Period.ZONE
          + "')::date AS day, case_id, type, data FROM timeline_entry t"
          + " WHERE NOT superseded AND recorded_at >= ? AND (";
  private static final String SPAN = "occurred_at >= ? AND occurred_at < ?";
  private static final String SEEN =
      ") AND (?::text IS NULL OR EXISTS (SELECT FROM case_record c WHERE c.case_id = t.case_id"
          + " AND (c.place_path = ? OR starts_with(c.place_path, ? || '/'))))) facts";

  /** The day with the day before, and seven days before; the months before are not read. */
  private static final String DAYS_COMPARED = FACTS + "(" + SPAN + ") OR (" + SPAN + ")" + SEEN;

  private static final String ONE_SPAN = FACTS + SPAN + SEEN;

  /** Ids of the cases to which it happened on one day. */
  private static final String HAPPENED =
      "SELECT case_id FROM timeline_entry WHERE NOT superseded AND recorded_at >= ?"
          + " AND occurred_at >= ? AND occurred_at < ? AND ";

  private static final String FLOWS =
      "SELECT day, "
          + LogProgress.COMPLETE_UNTIL
          + " AS as_of, "
          + DailyFlow.counted()
          + ratings("responded", "YES", "NO", "UNKNOWN")
          + ratings("solved", "YES", "PARTLY", "NO", "NOT_BY_POLICY", "UNKNOWN")
          + ratings("satisfied", "YES", "NO", "UNKNOWN")
          + " FROM (VALUES (?::date), (?::date), (?::date)) days (day) LEFT JOIN (SELECT *"
          + DAYS_COMPARED
          + ") happened USING (day) GROUP BY day";

  private static final String CATEGORIES =
      "SELECT c.category_code, count(*) FILTER (WHERE day = ?) AS registered,"
          + " count(*) FILTER (WHERE day = ?) AS day_before"
          + ONE_SPAN
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
          + ONE_SPAN
          + " WHERE data->>'unitId' IS NOT NULL AND ("
          + DailyFlow.CLOSED.happened()
          + " OR "
          + DailyFlow.OVERDUE.happened()
          + ") GROUP BY 1 ORDER BY overdue DESC, closed DESC, unit_id LIMIT "
          + MOST_UNITS;

  /** The numbers of the cases behind every number of a day, in one statement. */
  private static final String LISTS =
      "SELECT "
          + DailyFlow.listed()
          + " FROM (SELECT c.case_no, t.type, t.data FROM timeline_entry t JOIN case_record c"
          + " USING (case_id) WHERE NOT t.superseded AND t.recorded_at >= ? AND t.occurred_at >= ?"
          + " AND t.occurred_at < ? AND c.registered_at IS NOT NULL) facts";

  private static final UnitScope CITY = new UnitScope(null, null, null, false, null);

  private final ReadModels tables;
  private final DirectoryNames names;
  private final HeadlineNumbers numbers;
  private final CaseLists lists;

  DailyReports(ReadModels tables, DirectoryNames names, HeadlineNumbers numbers, CaseLists lists) {
    this.tables = tables;
    this.names = names;
    this.numbers = numbers;
    this.lists = lists;
  }

  /** The report of a day, of the places that are seen. */
  public DailyReport of(LocalDate date, UnitScope scope) {
    return tables.read(connection -> of(connection, date, scope));
  }

  private DailyReport of(Connection connection, LocalDate date, UnitScope scope)
      throws SQLException {
    Days days = new Days(connection, date, scope);
    Headline now = numbers.read(connection, Period.ALL, scope);
    Most most = new Most(connection, date, scope);
    return new DailyReport(
        date,
        date.getDayOfYear(),
        days.asOf,
        days.asOf != null && !days.asOf.isBefore(DueEditions.end(date)),
        days.flows(),
        days.ratings,
        DailyReport.CATEGORIES_CODE,
        most.categories(),
        DailyReport.UNITS_CODE,
        most.units(),
        now);
  }

  DailyReport ofTheCity(LocalDate date) {
    return of(date, CITY);
  }

  DailyReport ofTheCity(Connection connection, LocalDate date) throws SQLException {
    return of(connection, date, CITY);
  }

  /** The case numbers behind every number of a day of the whole city. */
  Map<DailyFlow, List<String>> lists(LocalDate date) {
    return tables.read(connection -> lists(connection, date));
  }

  Map<DailyFlow, List<String>> lists(Connection connection, LocalDate date) throws SQLException {
    Map<DailyFlow, List<String>> lists = new EnumMap<>(DailyFlow.class);
    try (PreparedStatement select = connection.prepareStatement(LISTS)) {
      select.setObject(1, start(date).minus(CLOCKS_DIFFER));
      select.setObject(2, start(date));
      select.setObject(3, start(date.plusDays(1)));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        for (DailyFlow flow : DailyFlow.values()) {
          Array cases = row.getArray(flow.code());
          lists.put(flow, cases == null ? List.of() : List.of((String[]) cases.getArray()));
        }
      }
    }
    return lists;
  }

  /** The cases of one number of an edition, newest first, as they stand now. */
  CaseLists.Page frozenCases(LocalDate date, DailyFlow flow, CaseCursor cursor, int limit) {
    return lists.registered(CITY, DailyEditions.CASES, List.of(date, flow.name()), cursor, limit);
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

  /** Binds what the facts ask for, the ends of each span by turns; returns the next place. */
  private static int bindFacts(
      PreparedStatement select, int at, UnitScope scope, LocalDate... firstDays)
      throws SQLException {
    int next = at;
    select.setObject(next++, start(firstDays[0]).minus(CLOCKS_DIFFER));
    for (LocalDate day : firstDays) {
      select.setObject(next++, start(day));
    }
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
        LocalDate weekBefore = date.minusDays(WEEK);
        bindFacts(
            select,
            next,
            scope,
            weekBefore,
            weekBefore.plusDays(1),
            date.minusDays(1),
            date.plusDays(1));
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
        flows.add(new DailyReport.Flow(flow, flow.definition(), counts[0], counts[1], counts[2]));
      }
      return flows;
    }
  }

  private static DailyReport.Ratings ratingsOf(ResultSet row) throws SQLException {
    return new DailyReport.Ratings(
        yesOrNo(row, "responded"),
        Rate.ofSolved(
            "daily.solved.v1",
            row.getLong("solved_YES"),
            row.getLong("solved_PARTLY"),
            row.getLong("solved_NO"),
            row.getLong("solved_UNKNOWN"),
            row.getLong("solved_NOT_BY_POLICY"),
            null),
        yesOrNo(row, "satisfied"));
  }

  private static Rate yesOrNo(ResultSet row, String question) throws SQLException {
    return Rate.ofYes(
        "daily." + question + ".v1",
        row.getLong(question + "_YES"),
        row.getLong(question + "_NO"),
        row.getLong(question + "_UNKNOWN"),
        null);
  }

  /** Of what there was most on the day. */
  private final class Most {

    private record Row(String code, long first, long second) {}

    private final List<Row> categories;
    private final List<Row> units;
    private final Map<String, Map<String, String>> called;

    Most(Connection connection, LocalDate date, UnitScope scope) throws SQLException {
      try (PreparedStatement select = connection.prepareStatement(CATEGORIES)) {
        select.setObject(1, date);
        select.setObject(2, date.minusDays(1));
        select.setObject(bindFacts(select, 3, scope, date.minusDays(1), date.plusDays(1)), date);
        categories = rows(select);
      }
      try (PreparedStatement select = connection.prepareStatement(UNITS)) {
        bindFacts(select, 1, scope, date, date.plusDays(1));
        units = rows(select);
      }
      called = names.of(connection, Map.of("category", codes(categories), "unit", codes(units)));
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
      List<Row> rows = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(new Row(found.getString(1), found.getLong(2), found.getLong(3)));
        }
      }
      return rows;
    }

    private static List<String> codes(List<Row> rows) {
      return rows.stream().map(Row::code).toList();
    }

    private String name(String kind, String code) {
      return called.get(kind).getOrDefault(code, code);
    }

    List<DailyReport.Category> categories() {
      return categories.stream()
          .map(
              row ->
                  new DailyReport.Category(
                      row.code(), name("category", row.code()), row.first(), row.second()))
          .toList();
    }

    List<DailyReport.Unit> units() {
      return units.stream()
          .map(
              row ->
                  new DailyReport.Unit(
                      row.code(), name("unit", row.code()), row.first(), row.second()))
          .toList();
    }
  }
}
