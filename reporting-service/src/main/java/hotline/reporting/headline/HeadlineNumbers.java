package hotline.reporting.headline;

import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.log.LogProgress;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the headline numbers from the counts per day and unit. */
@ApplicationScoped
public class HeadlineNumbers {

  private static final String SUMS =
      Arrays.stream(Counter.values())
          .map(counter -> "coalesce(sum(" + counter.column() + "), 0) AS " + counter.column())
          .collect(Collectors.joining(", "));

  private static final String WHERE =
      " FROM headline_day WHERE (?::date IS NULL OR day >= ?::date)"
          + " AND (?::date IS NULL OR day < ?::date)"
          + " AND (?::text IS NULL OR unit_path = ?::text OR starts_with(unit_path, ?::text || '/'))";

  private final DataSource database;
  private final DirectoryNames names;
  private final LogProgress progress;

  HeadlineNumbers(DataSource database, DirectoryNames names, LogProgress progress) {
    this.database = database;
    this.names = names;
    this.progress = progress;
  }

  /** The numbers of a period and a unit with all below it. */
  public Headline read(Period period, UnitScope unit) {
    return query(connection -> read(connection, period, unit));
  }

  /** The same over a connection at hand. */
  Headline read(Connection connection, Period period, UnitScope unit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT " + SUMS + WHERE)) {
      bind(select, period, unit);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Headline.of(
            progress.asOf(connection),
            period.from(),
            period.to(),
            unit.code(),
            unit.name(),
            counts(row));
      }
    }
  }

  /** The same numbers for each unit that leads a case. */
  public List<Headline> readByUnit(Period period, UnitScope unit) {
    return query(
        connection -> {
          Map<String, String> unitNames = names.of(connection, "unit");
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT unit_id, "
                      + SUMS
                      + WHERE
                      + " AND unit_id <> '' GROUP BY unit_id ORDER BY sum(accepted) DESC, unit_id")) {
            bind(select, period, unit);
            List<Headline> units = new ArrayList<>();
            var asOf = progress.asOf(connection);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                String code = rows.getString("unit_id");
                units.add(
                    Headline.of(
                        asOf,
                        period.from(),
                        period.to(),
                        code,
                        unitNames.getOrDefault(code, code),
                        counts(rows)));
              }
            }
            return units;
          }
        });
  }

  private static void bind(PreparedStatement select, Period period, UnitScope unit)
      throws SQLException {
    select.setObject(1, period.from());
    select.setObject(2, period.from());
    select.setObject(3, period.to());
    select.setObject(4, period.to());
    for (int i = 5; i <= 7; i++) {
      select.setString(i, unit.path());
    }
  }

  private static Map<Counter, Long> counts(ResultSet row) throws SQLException {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      counts.put(counter, row.getLong(counter.column()));
    }
    return counts;
  }

  private <T> T query(Query<T> query) {
    try (Connection connection = database.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The headline numbers could not be read", e);
    }
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
