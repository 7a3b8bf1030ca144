package hotline.reporting.ranking;

import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingRule;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.headline.CountedCases;
import hotline.reporting.headline.Counter;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Period;
import hotline.reporting.log.LogProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a ranking is computed from: which case counts for which unit, and how, either as it is now
 * or as it was copied. Both are added up by the same statement.
 */
@ApplicationScoped
class Inputs {

  private static final String EXTENDED = "EXTENDED";
  private static final String ON_HOLD = "ON_HOLD";

  // In the same statement as the counts: they are not older than they say.
  private static final String ADDED_UP =
      "SELECT unit_id, counter, count(*) AS cases, "
          + LogProgress.AS_OF
          + " AS as_of FROM (%s) inputs CROSS JOIN LATERAL unnest(counters) AS counter"
          + " GROUP BY unit_id, counter";

  private static final String NOW = ADDED_UP.formatted(CountedCases.OF_UNITS);
  private static final String COPIED =
      ADDED_UP.formatted(
          "SELECT unit_id, counters FROM ranking_input WHERE ranking_id = ? AND snapshot = ?");

  // The lines in one order, so that whoever has the inputs can compute the hash anew.
  private static final String HASH =
      "SELECT count(*), encode(sha256(convert_to(coalesce(string_agg(unit_id || ' ' || case_id || ' '"
          + " || array_to_string(counters, ','), E'\\n' ORDER BY unit_id, case_id), ''), 'UTF8')),"
          + " 'hex') FROM ranking_input WHERE ranking_id = ? AND snapshot = ?";

  private final DirectoryNames names;

  Inputs(DirectoryNames names) {
    this.names = names;
  }

  private record Counted(Instant asOf, List<UnitCounts> units) {}

  /** Computes a ranking from what the log says now, and keeps nothing. */
  Snapshot preview(Connection connection, RankingRule rule, Period period, List<RankedUnit> before)
      throws SQLException {
    Counted counted;
    try (PreparedStatement select = connection.prepareStatement(NOW)) {
      select.setObject(1, at(period.start()));
      select.setObject(2, at(period.end()));
      counted = counted(connection, select, period);
    }
    long cases = counted.units().stream().mapToLong(unit -> unit.headline().accepted()).sum();
    return new Snapshot(0, counted.asOf(), cases, null, Ranks.of(rule, counted.units(), before));
  }

  /** Copies the inputs and computes the ranking from the copy. */
  Snapshot copy(
      Connection tx,
      UUID rankingId,
      int number,
      RankingRule rule,
      Period period,
      List<RankedUnit> before)
      throws SQLException {
    // The progress first, then the cases: the copy is not older than it says.
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO ranking_input (ranking_id, snapshot, unit_id, case_id, case_no, counters)"
                + " SELECT ?, ?, counted.* FROM ("
                + CountedCases.OF_UNITS
                + ") counted")) {
      Instant asOf = asOf(tx);
      insert.setObject(1, rankingId);
      insert.setInt(2, number);
      insert.setObject(3, at(period.start()));
      insert.setObject(4, at(period.end()));
      insert.executeUpdate();
      return computed(tx, rankingId, number, asOf, rule, period, before);
    }
  }

  private Snapshot computed(
      Connection tx,
      UUID rankingId,
      int number,
      Instant asOf,
      RankingRule rule,
      Period period,
      List<RankedUnit> before)
      throws SQLException {
    Counted counted;
    try (PreparedStatement select = tx.prepareStatement(COPIED)) {
      select.setObject(1, rankingId);
      select.setInt(2, number);
      counted = counted(tx, select, period);
    }
    try (PreparedStatement select = tx.prepareStatement(HASH)) {
      select.setObject(1, rankingId);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Snapshot(
            number,
            asOf,
            row.getLong(1),
            row.getString(2),
            Ranks.of(rule, counted.units(), before));
      }
    }
  }

  private static Instant asOf(Connection tx) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement("SELECT " + LogProgress.AS_OF);
        ResultSet row = select.executeQuery()) {
      row.next();
      return instant(row, 1);
    }
  }

  private Counted counted(Connection connection, PreparedStatement select, Period period)
      throws SQLException {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    Instant asOf = null;
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        asOf = instant(rows, 4);
        counts
            .computeIfAbsent(rows.getString(1), unit -> new HashMap<>())
            .put(rows.getString(2), rows.getLong(3));
      }
    }
    Map<String, DirectoryNames.Unit> known = names.units(connection);
    List<UnitCounts> units = new ArrayList<>(counts.size());
    for (Map.Entry<String, Map<String, Long>> unit : counts.entrySet()) {
      units.add(unit(unit.getKey(), known.get(unit.getKey()), unit.getValue(), period));
    }
    return new Counted(asOf, units);
  }

  private static UnitCounts unit(
      String code, DirectoryNames.Unit known, Map<String, Long> counts, Period period) {
    Map<Counter, Long> counters = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      counters.put(counter, counts.getOrDefault(counter.name(), 0L));
    }
    return new UnitCounts(
        code,
        known == null ? null : known.level(),
        known == null ? null : known.ofAPlace(),
        Headline.of(null, period, code, null, counters, true),
        counts.getOrDefault(EXTENDED, 0L),
        counts.getOrDefault(ON_HOLD, 0L));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
