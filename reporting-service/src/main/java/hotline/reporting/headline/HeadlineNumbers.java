package hotline.reporting.headline;

import static hotline.relay.quarkus.Columns.instant;

import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.headline.Counter.Anchor;
import hotline.reporting.log.LogProgress;
import hotline.reporting.log.ReadModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the headline numbers from the counts per day and unit; for those who may see only some
 * places, which the counts do not tell apart, from the cases themselves.
 */
@ApplicationScoped
public class HeadlineNumbers {

  private static final String SUMS =
      Arrays.stream(Counter.values())
          .map(counter -> "coalesce(sum(" + counter.column() + "), 0) AS " + counter.column())
          .collect(Collectors.joining(", "));

  // In the same statement as the sums: the numbers are not older than they say.
  private static final String AS_OF = ", " + LogProgress.AS_OF + " AS as_of";

  private static final String DAYS = " FROM headline_day";

  private static final String DAYS_OF_A_PLACE =
      " FROM ("
          + ofAPlace(
              "unit_path",
              "unit_id",
              Anchor.ACCEPTED,
              "NOT answered_with_main",
              one -> !one.isSpotCheck())
          + " UNION ALL "
          + ofAPlace(
              "NULL",
              "NULL",
              Anchor.ACCEPTED,
              "answered_with_main",
              one -> !one.isRating() && !one.isSpotCheck())
          + " UNION ALL "
          + ofAPlace(
              "unit_path", "unit_id", Anchor.ACCEPTED, "answered_with_main", Counter::isRating)
          + " UNION ALL "
          + ofAPlace(
              "spot_unit_path",
              "spot_unit_id",
              Anchor.ACCEPTED,
              "spot_unit_path IS NOT NULL",
              Counter::isSpotCheckInProportion)
          + " UNION ALL "
          + ofAPlace(
              "spot_weighted_unit_path",
              "spot_weighted_unit_id",
              Anchor.ACCEPTED,
              "spot_weighted_unit_path IS NOT NULL",
              Counter.SPOT_WEIGHTED::equals)
          + " UNION ALL "
          + ofAPlace("NULL", "NULL", Anchor.REGISTERED, "true", all -> true)
          + ") headline_day";

  private static final long TIMES_THE_PLACE =
      DAYS_OF_A_PLACE.chars().filter(each -> each == '?').count();

  // What was answered with a main case counts for the city, its rating for the unit.
  private static String ofAPlace(
      String unitPath, String unitId, Anchor by, String which, Predicate<Counter> counted) {
    String time = by.column();
    return "SELECT ("
        + time
        + " AT TIME ZONE '"
        + Period.ZONE
        + "')::date AS day, coalesce("
        + unitPath
        + ", '') AS unit_path, coalesce("
        + unitId
        + ", '') AS unit_id, "
        + Arrays.stream(Counter.values())
            .map(counter -> counted.test(counter) ? counter.sql(by) : "0 AS " + counter.column())
            .collect(Collectors.joining(", "))
        + " FROM case_record WHERE "
        + time
        + " IS NOT NULL AND "
        + which
        + " AND (place_path = ? OR starts_with(place_path, ? || '/'))";
  }

  private static final String WHERE =
      " WHERE (?::date IS NULL OR day >= ?::date)"
          + " AND (?::date IS NULL OR day < ?::date)"
          + " AND (?::text IS NULL OR unit_path = ?::text OR starts_with(unit_path, ?::text || '/'))";

  private final ReadModels tables;
  private final DirectoryNames names;

  HeadlineNumbers(ReadModels tables, DirectoryNames names) {
    this.tables = tables;
    this.names = names;
  }

  /** The numbers of a period and a unit with all below it. */
  public Headline read(Period period, UnitScope unit) {
    return tables.read(connection -> read(connection, period, unit));
  }

  /** The same over a connection at hand. */
  public Headline read(Connection connection, Period period, UnitScope unit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + SUMS + AS_OF + from(unit) + WHERE)) {
      bind(select, period, unit);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Headline.of(
            instant(row, "as_of"), period, unit.code(), unit.name(), counts(row), unit.isOfUnits());
      }
    }
  }

  /** The same numbers for each unit that leads a case, without those below it. */
  public List<Headline> readByUnit(Period period, UnitScope unit) {
    return tables.read(
        connection -> {
          Map<String, String> unitNames = names.of(connection, "unit");
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT unit_id, "
                      + SUMS
                      + AS_OF
                      + from(unit)
                      + WHERE
                      + " AND unit_id <> '' GROUP BY unit_id ORDER BY sum(accepted) DESC, unit_id")) {
            bind(select, period, unit);
            List<Headline> units = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                String code = rows.getString("unit_id");
                units.add(
                    Headline.of(
                        instant(rows, "as_of"),
                        period,
                        code,
                        unitNames.getOrDefault(code, code),
                        counts(rows),
                        true));
              }
            }
            return units;
          }
        });
  }

  private static String from(UnitScope unit) {
    return unit.placePath() == null ? DAYS : DAYS_OF_A_PLACE;
  }

  private static void bind(PreparedStatement select, Period period, UnitScope unit)
      throws SQLException {
    int next = 1;
    if (unit.placePath() != null) {
      for (int i = 0; i < TIMES_THE_PLACE; i++) {
        select.setString(next++, unit.placePath());
      }
    }
    select.setObject(next++, period.from());
    select.setObject(next++, period.from());
    select.setObject(next++, period.to());
    select.setObject(next++, period.to());
    for (int i = 0; i < 3; i++) {
      select.setString(next++, unit.path());
    }
  }

  private static Map<Counter, Long> counts(ResultSet row) throws SQLException {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      counts.put(counter, row.getLong(counter.column()));
    }
    return counts;
  }
}
