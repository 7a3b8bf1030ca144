package hotline.reporting.ranking;

import static java.util.Comparator.naturalOrder;

import hotline.lifecycle.KpiDirection;
import hotline.lifecycle.NotRanked;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankedUnit.RankedRate;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.RankingRule.Term;
import hotline.lifecycle.RankingRule.Tier;
import hotline.reporting.headline.Wilson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores units by a rule and ranks them fairly within their tiers: few cases are listed and not
 * ranked, equal exact scores have the same rank, and whose intervals overlap are of one band.
 */
final class Ranks {

  private static final Fraction HUNDRED = Fraction.of(100);
  private static final String NO_TIER = "";

  /** A unit with its exact score; null where a rate has no known answer. */
  private record Scored(
      UnitCounts unit,
      Fraction score,
      BigDecimal low,
      BigDecimal high,
      long evaluated,
      List<RankedRate> rates) {}

  private final RankingRule rule;
  private final Map<String, RankedUnit> before = new HashMap<>();

  private Ranks(RankingRule rule, List<RankedUnit> before) {
    this.rule = rule;
    before.forEach(line -> this.before.put(line.unitId(), line));
  }

  /**
   * @param before the ranking of the period before by the same terms; empty for none
   */
  static List<RankedUnit> of(RankingRule rule, List<UnitCounts> units, List<RankedUnit> before) {
    return new Ranks(rule, before).of(units);
  }

  private List<RankedUnit> of(List<UnitCounts> units) {
    Map<String, List<UnitCounts>> tiers = new LinkedHashMap<>();
    rule.tiers().forEach(tier -> tiers.put(tier.code(), new ArrayList<>()));
    tiers.put(NO_TIER, new ArrayList<>());
    units.forEach(unit -> tiers.get(tierOf(unit)).add(unit));
    List<RankedUnit> lines = new ArrayList<>(units.size());
    tiers.forEach((tier, ofTier) -> lines.addAll(ranked(tier, ofTier)));
    return lines;
  }

  private String tierOf(UnitCounts unit) {
    if (unit.tier() != null) {
      return unit.tier();
    }
    return rule.tiers().stream()
        .filter(tier -> fits(tier, unit))
        .map(Tier::code)
        .findFirst()
        .orElse(NO_TIER);
  }

  private static boolean fits(Tier tier, UnitCounts unit) {
    if (tier.units().contains(unit.unitId())) {
      return true;
    }
    // A tier that names units and nothing else is of these alone.
    boolean onlyNamed =
        !tier.units().isEmpty() && tier.levels().isEmpty() && tier.ofAPlace() == null;
    return !onlyNamed
        && (tier.levels().isEmpty()
            || (unit.level() != null && tier.levels().contains(unit.level())))
        && (tier.ofAPlace() == null || tier.ofAPlace().equals(unit.ofAPlace()));
  }

  private List<RankedUnit> ranked(String tier, List<UnitCounts> units) {
    Map<Term, Fraction> means = means(units);
    List<Scored> scored = new ArrayList<>(units.stream().map(unit -> scored(unit, means)).toList());
    scored.sort(
        Comparator.comparing((Scored one) -> hindrance(tier, one) != null)
            .thenComparing(one -> one.score() == null)
            .thenComparing(Scored::score, Comparator.nullsLast(Comparator.<Fraction>reverseOrder()))
            .thenComparing(one -> one.unit().unitId()));
    List<RankedUnit> lines = new ArrayList<>();
    int rank = 0;
    int band = 0;
    Fraction last = null;
    BigDecimal bandReaches = null;
    for (int place = 1; place <= scored.size(); place++) {
      Scored one = scored.get(place - 1);
      NotRanked why = hindrance(tier, one);
      if (why != null) {
        lines.add(line(tier, one, null, null, why));
        continue;
      }
      if (!one.score().equals(last)) {
        rank = place;
        last = one.score();
        List<Scored> tied = tied(tier, scored.subList(place - 1, scored.size()));
        BigDecimal high = tied.stream().map(Scored::high).max(naturalOrder()).orElseThrow();
        // Overlapping is not handed on: a band is of those who cannot be told from its first units.
        if (bandReaches == null || high.compareTo(bandReaches) < 0) {
          band++;
          bandReaches = tied.stream().map(Scored::low).min(naturalOrder()).orElseThrow();
        }
      }
      lines.add(line(tier, one, rank, band, null));
    }
    return lines;
  }

  /** Whose score is that of the first: their band is one, whatever their codes. */
  private List<Scored> tied(String tier, List<Scored> following) {
    return following.stream()
        .takeWhile(
            one -> hindrance(tier, one) == null && one.score().equals(following.get(0).score()))
        .toList();
  }

  private NotRanked hindrance(String tier, Scored one) {
    return one.score() == null
        ? NotRanked.NO_CASES
        : tier.equals(NO_TIER)
            ? NotRanked.NO_TIER
            : one.evaluated() < rule.minCases() ? NotRanked.TOO_FEW_CASES : null;
  }

  /** The rates of the whole tier, towards which few cases are drawn. */
  private Map<Term, Fraction> means(List<UnitCounts> units) {
    Map<Term, Fraction> means = new HashMap<>();
    for (Term term : rule.terms()) {
      Fraction numerator = Fraction.ZERO;
      long denominator = 0;
      for (UnitCounts unit : units) {
        Kpi.Seen seen = seen(term, unit);
        numerator = numerator.plus(Fraction.of(seen.numerator()));
        denominator += seen.denominator();
      }
      if (denominator > 0) {
        means.put(term, numerator.dividedBy(Fraction.of(denominator)));
      }
    }
    return means;
  }

  private static Kpi.Seen seen(Term term, UnitCounts unit) {
    return unit.seen().get(term.kpi());
  }

  private Scored scored(UnitCounts unit, Map<Term, Fraction> means) {
    List<RankedRate> rates = new ArrayList<>();
    Fraction weights = Fraction.ZERO;
    Fraction score = Fraction.ZERO;
    Fraction low = Fraction.ZERO;
    Fraction high = Fraction.ZERO;
    long evaluated = Long.MAX_VALUE;
    boolean known = true;
    for (Term term : rule.terms()) {
      Kpi.Seen seen = seen(term, unit);
      evaluated = Math.min(evaluated, seen.denominator());
      if (seen.denominator() == 0) {
        known = false;
        rates.add(
            new RankedRate(term.kpi(), seen.numerator(), 0, seen.unknown(), null, null, null));
        continue;
      }
      Fraction value = value(seen, means.get(term), rule.shrinkage());
      int drawn = rule.shrinkage() == null ? 0 : rule.shrinkage();
      Wilson interval = Wilson.ofShare(value.value(), (double) seen.denominator() + drawn);
      rates.add(
          new RankedRate(
              term.kpi(),
              seen.numerator(),
              seen.denominator(),
              seen.unknown(),
              value.decimal(),
              interval.low(),
              interval.high()));
      boolean rising = term.direction() == KpiDirection.HIGHER_IS_BETTER;
      Fraction weight = Fraction.of(term.weight());
      weights = weights.plus(weight);
      score = score.plus(weight.times(Points.of(term, value)));
      low =
          low.plus(
              weight.times(
                  Points.of(term, Fraction.of(rising ? interval.low() : interval.high()))));
      high =
          high.plus(
              weight.times(
                  Points.of(term, Fraction.of(rising ? interval.high() : interval.low()))));
    }
    return known
        ? new Scored(
            unit,
            outOfHundred(score, weights),
            outOfHundred(low, weights).decimal(),
            outOfHundred(high, weights).decimal(),
            evaluated,
            rates)
        : new Scored(unit, null, null, null, evaluated, rates);
  }

  private static Fraction outOfHundred(Fraction points, Fraction weights) {
    return points.dividedBy(weights).times(HUNDRED);
  }

  /**
   * x / n, or (x + k·p0) / (n + k).
   *
   * @param shrinkage k; null for none
   */
  static Fraction value(Kpi.Seen seen, Fraction mean, Integer shrinkage) {
    Fraction numerator = Fraction.of(seen.numerator());
    Fraction denominator = Fraction.of(seen.denominator());
    if (shrinkage == null) {
      return numerator.dividedBy(denominator);
    }
    Fraction k = Fraction.of(shrinkage);
    return numerator.plus(k.times(mean)).dividedBy(denominator.plus(k));
  }

  private RankedUnit line(String tier, Scored one, Integer rank, Integer band, NotRanked why) {
    return new RankedUnit(
        one.unit().unitId(),
        tier,
        one.score() == null ? null : one.score().decimal(),
        one.low(),
        one.high(),
        rank,
        band,
        why,
        one.evaluated(),
        rank == null ? null : moved(tier, one, rank),
        one.unit().accepted(),
        one.unit().closed(),
        one.unit().excluded(),
        one.unit().ratingSetAside(),
        one.unit().extended(),
        one.unit().onHold(),
        one.rates());
  }

  /** The rank before, if the score has moved further than chance moves it. */
  private Integer moved(String tier, Scored now, int rank) {
    RankedUnit then = before.get(now.unit().unitId());
    boolean shown =
        then != null
            && then.rank() != null
            && then.rank() != rank
            && tier.equals(then.tier())
            && (then.score().compareTo(now.low()) < 0 || then.score().compareTo(now.high()) > 0);
    return shown ? then.rank() : null;
  }
}
