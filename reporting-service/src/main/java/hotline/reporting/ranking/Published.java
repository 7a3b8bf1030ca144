package hotline.reporting.ranking;

import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingCorrected;
import hotline.lifecycle.RankingCorrected.Correction;
import hotline.lifecycle.RankingEdition;
import hotline.lifecycle.RankingPublished;
import hotline.lifecycle.RankingRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A ranking as it was published, and its errata in their order. */
record Published(RankingPublished ranking, List<RankingCorrected> errata) {

  /** Of the editions of one ranking, by number. */
  static Published of(List<RankingEdition> editions) {
    List<RankingCorrected> errata = new ArrayList<>();
    RankingPublished ranking = null;
    for (RankingEdition edition : editions) {
      if (edition instanceof RankingPublished published) {
        ranking = published;
      } else if (edition instanceof RankingCorrected corrected) {
        errata.add(corrected);
      }
    }
    return new Published(Objects.requireNonNull(ranking, "ranking"), errata);
  }

  RankingRule rule() {
    return ranking.rule();
  }

  int nextErratum() {
    return errata.size() + 1;
  }

  /** When the inputs were copied that count after all errata. */
  Instant asOf() {
    return errata.isEmpty() ? ranking.asOf() : errata.get(errata.size() - 1).asOf();
  }

  /** Every line as it stands after all errata. */
  List<RankedUnit> corrected() {
    Map<String, RankedUnit> lines = new LinkedHashMap<>();
    ranking.units().forEach(line -> lines.put(line.unitId(), line));
    errata.forEach(erratum -> apply(erratum, lines));
    return List.copyOf(lines.values());
  }

  /**
   * A line that differs.
   *
   * @param before null for a unit that had none
   * @param after null for a unit that has none any longer
   */
  record Change(String unitId, RankedUnit before, RankedUnit after) {
    Correction correction() {
      return new Correction(unitId, after);
    }
  }

  /** What each erratum changed, in their order. */
  List<List<Change>> changes() {
    Map<String, RankedUnit> lines = new LinkedHashMap<>();
    ranking.units().forEach(line -> lines.put(line.unitId(), line));
    return errata.stream().map(erratum -> apply(erratum, lines)).toList();
  }

  private static List<Change> apply(RankingCorrected erratum, Map<String, RankedUnit> lines) {
    List<Change> changes = new ArrayList<>();
    for (Correction one : erratum.corrections()) {
      RankedUnit before =
          one.after() == null ? lines.remove(one.unitId()) : lines.put(one.unitId(), one.after());
      changes.add(new Change(one.unitId(), before, one.after()));
    }
    return changes;
  }

  /** What differs between two countings, line by line. */
  static List<Change> differences(List<RankedUnit> before, List<RankedUnit> after) {
    Map<String, RankedUnit> old = new LinkedHashMap<>();
    before.forEach(line -> old.put(line.unitId(), line));
    List<Change> differences = new ArrayList<>();
    for (RankedUnit line : after) {
      RankedUnit was = old.remove(line.unitId());
      if (was == null || !same(was, line)) {
        differences.add(new Change(line.unitId(), was, line));
      }
    }
    old.forEach((unit, line) -> differences.add(new Change(unit, line, null)));
    return differences;
  }

  /** Numbers are compared by what they are worth: 90 and 90.0 are one. */
  private static boolean same(RankedUnit a, RankedUnit b) {
    return Objects.equals(a.tier(), b.tier())
        && same(a.score(), b.score())
        && same(a.low(), b.low())
        && same(a.high(), b.high())
        && Objects.equals(a.rank(), b.rank())
        && Objects.equals(a.band(), b.band())
        && a.notRanked() == b.notRanked()
        && a.accepted() == b.accepted()
        && a.closed() == b.closed()
        && a.excluded() == b.excluded()
        && a.ratingSetAside() == b.ratingSetAside()
        && sameRates(a, b);
  }

  private static boolean sameRates(RankedUnit a, RankedUnit b) {
    if (a.rates().size() != b.rates().size()) {
      return false;
    }
    for (int i = 0; i < a.rates().size(); i++) {
      var one = a.rates().get(i);
      var other = b.rates().get(i);
      if (!one.kpi().equals(other.kpi())
          || !same(one.numerator(), other.numerator())
          || one.denominator() != other.denominator()
          || one.unknown() != other.unknown()
          || !same(one.value(), other.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a == null || b == null ? a == b : a.compareTo(b) == 0;
  }
}
