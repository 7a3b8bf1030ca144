package hotline.reporting.ranking;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Invalid;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingRule;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.headline.CountedCases;
import hotline.reporting.headline.Counter;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Period;
import hotline.reporting.log.LogProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

  private static final String INSERT =
      "INSERT INTO ranking_input (ranking_id, snapshot, unit_id, case_id, case_no, counters) ";

  private static final String NOW = ADDED_UP.formatted(CountedCases.OF_UNITS);
  private static final String COPIED =
      ADDED_UP.formatted(
          "SELECT unit_id, counters FROM ranking_input WHERE ranking_id = ? AND snapshot = ?"
              + " AND (?::text[] IS NULL OR unit_id = ANY (?::text[]))");

  private final DirectoryNames names;

  Inputs(DirectoryNames names) {
    this.names = names;
  }

  private record Counted(Instant asOf, List<UnitCounts> units) {}

  /** Computes a ranking from what the log says now, and keeps nothing. */
  Snapshot preview(Connection connection, RankingRule rule, Period period, List<RankedUnit> before)
      throws SQLException {
    Counted counted = countedNow(connection, period);
    return new Snapshot(0, counted.asOf(), null, Ranks.of(rule, counted.units(), before));
  }

  private Counted countedNow(Connection connection, Period period) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NOW)) {
      select.setObject(1, at(period.start()));
      select.setObject(2, at(period.end()));
      return counted(connection, select, period);
    }
  }

  /** The same count ranked by each of these rules, in their order; nothing is kept. */
  List<Snapshot> previews(Connection connection, List<RankingRule> rules, Period period)
      throws SQLException {
    Counted counted = countedNow(connection, period);
    return rules.stream()
        .map(
            rule ->
                new Snapshot(0, counted.asOf(), null, Ranks.of(rule, counted.units(), List.of())))
        .toList();
  }

  /** Copies the inputs of all units and computes the ranking from the copy. */
  Snapshot copy(Connection tx, Ranking ranking, List<RankedUnit> before) throws SQLException {
    Period period = ranking.period();
    // The progress first, then the cases: the copy is not older than it says.
    Instant asOf = readUntil(tx, period.end());
    copyNow(tx, ranking, ranking.snapshot(), null);
    List<UnitCounts> units = copied(tx, ranking, ranking.snapshot(), null);
    return computed(tx, ranking, ranking.snapshot(), asOf, units, before);
  }

  /**
   * Copies anew what counts for some units and keeps what was copied of all others: their numbers
   * and tiers stay as in their lines, whatever was said since. Ranks follow from both.
   *
   * @param earlier the copy on which it builds; nothing is left of its inputs when it was made in
   *     another database
   */
  Snapshot recount(
      Connection tx,
      Ranking ranking,
      Snapshot earlier,
      int number,
      Set<String> unitIds,
      List<RankedUnit> before)
      throws SQLException {
    Instant end = ranking.period().end();
    Instant asOf =
        readUntil(tx, earlier.asOf() != null && earlier.asOf().isAfter(end) ? earlier.asOf() : end);
    Array anew = tx.createArrayOf("text", unitIds.toArray());
    try (PreparedStatement kept =
        tx.prepareStatement(
            INSERT
                + "SELECT ranking_id, ?, unit_id, case_id, case_no, counters FROM ranking_input"
                + " WHERE ranking_id = ? AND snapshot = ? AND unit_id <> ALL (?)")) {
      kept.setInt(1, number);
      kept.setObject(2, ranking.rankingId());
      kept.setInt(3, earlier.number());
      kept.setArray(4, anew);
      kept.executeUpdate();
    }
    copyNow(tx, ranking, number, anew);
    List<UnitCounts> units = new ArrayList<>(copied(tx, ranking, number, anew));
    earlier.units().stream()
        .filter(line -> !unitIds.contains(line.unitId()))
        .map(UnitCounts::of)
        .forEach(units::add);
    return computed(tx, ranking, number, asOf, units, before);
  }

  /** The units of which these cases were counted, and those that have them now. */
  Set<String> unitsOf(Connection tx, Ranking ranking, int snapshot, Set<String> caseNos)
      throws SQLException {
    Set<String> units = new HashSet<>();
    Set<String> unknown = new TreeSet<>(caseNos);
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT case_no, unit_id FROM ranking_input WHERE ranking_id = ? AND snapshot = ?"
                + " AND case_no = ANY (?) UNION SELECT case_no, unit_id FROM ("
                + CountedCases.OF_UNITS
                + ") counted WHERE case_no = ANY (?)")) {
      Array named = tx.createArrayOf("text", caseNos.toArray());
      select.setObject(1, ranking.rankingId());
      select.setInt(2, snapshot);
      select.setArray(3, named);
      select.setObject(4, at(ranking.period().start()));
      select.setObject(5, at(ranking.period().end()));
      select.setArray(6, named);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          unknown.remove(rows.getString(1));
          units.add(rows.getString(2));
        }
      }
    }
    if (!unknown.isEmpty()) {
      String some = String.join(", ", unknown);
      throw new Invalid(
          "caseNos",
          "unknown-case",
          "以下工单不在本考核周期内，或没有承办单位：" + some,
          "Not of this period, or of no unit: " + some);
    }
    return units;
  }

  /**
   * @param unitIds null for all
   */
  private static void copyNow(Connection tx, Ranking ranking, int number, Array unitIds)
      throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            INSERT
                + "SELECT ?, ?, counted.* FROM ("
                + CountedCases.OF_UNITS
                + ") counted WHERE ?::text[] IS NULL OR unit_id = ANY (?::text[])")) {
      insert.setObject(1, ranking.rankingId());
      insert.setInt(2, number);
      insert.setObject(3, at(ranking.period().start()));
      insert.setObject(4, at(ranking.period().end()));
      insert.setArray(5, unitIds);
      insert.setArray(6, unitIds);
      insert.executeUpdate();
    }
  }

  private List<UnitCounts> copied(Connection tx, Ranking ranking, int number, Array unitIds)
      throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(COPIED)) {
      select.setObject(1, ranking.rankingId());
      select.setInt(2, number);
      select.setArray(3, unitIds);
      select.setArray(4, unitIds);
      List<UnitCounts> units = counted(tx, select, ranking.period()).units();
      List<String> withoutTier =
          units.stream()
              .filter(UnitCounts::hasUnknownTier)
              .map(UnitCounts::unitId)
              .filter(
                  unit -> ranking.rule().tiers().stream().noneMatch(t -> t.units().contains(unit)))
              .toList();
      if (!withoutTier.isEmpty()) {
        throw RankingRefusal.tierUnknown(withoutTier);
      }
      return units;
    }
  }

  private static Snapshot computed(
      Connection tx,
      Ranking ranking,
      int number,
      Instant asOf,
      List<UnitCounts> units,
      List<RankedUnit> before)
      throws SQLException {
    return new Snapshot(
        number,
        asOf,
        InputsHash.of(tx, ranking.rankingId(), number),
        Ranks.of(ranking.rule(), units, before));
  }

  /** Refuses while not all of the period is read. */
  void requireRead(Connection connection, Period period) throws SQLException {
    readUntil(connection, period.end());
  }

  /** Until when the log was read; refuses when that is not known or before {@code least}. */
  private static Instant readUntil(Connection tx, Instant least) throws SQLException {
    Instant asOf = asOf(tx);
    if (asOf == null || asOf.isBefore(least)) {
      throw RankingRefusal.logBehind(asOf, least);
    }
    return asOf;
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
    return UnitCounts.of(
        code,
        known == null ? null : known.level(),
        known == null ? null : known.ofAPlace(),
        Headline.of(null, period, code, null, counters, true),
        counts.getOrDefault(EXTENDED, 0L),
        counts.getOrDefault(ON_HOLD, 0L));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
