package hotline.reporting.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.KpiDirection;
import hotline.lifecycle.KpiTransform;
import hotline.lifecycle.NotRanked;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.RankingRule.Term;
import hotline.lifecycle.RankingRule.Tier;
import hotline.reporting.headline.Counter;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RanksTest {

  private static final Tier DEPARTMENTS =
      new Tier("departments", "部门", "Departments", List.of(2), false, List.of());
  private static final Tier DISTRICTS =
      new Tier("districts", "区县", "Districts", List.of(2), true, List.of());

  @Test
  void twenty_two_of_twenty_two_is_a_wide_interval_and_no_first_rank() {
    RankedUnit few = only(satisfied("few", 22, 0));
    assertThat(few.rates().get(0).low()).isEqualByComparingTo("0.851340");
    assertThat(few.rates().get(0).high()).isEqualByComparingTo("1");
    assertThat(few.score()).isEqualByComparingTo("100");
    assertThat(few.rank()).isNull();
    assertThat(few.band()).isNull();
    assertThat(few.notRanked()).isEqualTo(NotRanked.TOO_FEW_CASES);
  }

  @Test
  void the_closure_of_jiaozhou_is_ranked_by_its_exact_value() {
    UnitCounts unit =
        unit("jz", false, Map.of(Counter.ACCEPTED, 201_178L, Counter.CLOSED, 200_078L));
    RankedUnit line = Ranks.of(rule(30, null, Kpi.CLOSED), List.of(unit), List.of()).get(0);
    assertThat(line.rates().get(0).value()).isEqualByComparingTo("0.994532");
    assertThat(line.score()).isEqualByComparingTo("99.453221");
    assertThat(line.rank()).isEqualTo(1);
  }

  @Test
  void nothing_known_is_no_score_and_never_zero() {
    UnitCounts silent = unit("silent", false, Map.of(Counter.SATISFIED_UNKNOWN, 5L));
    RankedUnit line = only(silent);
    assertThat(line.score()).isNull();
    assertThat(line.rates().get(0).value()).isNull();
    assertThat(line.rates().get(0).unknown()).isEqualTo(5);
    assertThat(line.notRanked()).isEqualTo(NotRanked.NO_CASES);
  }

  @Test
  void few_cases_are_drawn_towards_the_rate_of_the_tier() {
    Kpi.Seen nineOfTen = new Kpi.Seen(BigDecimal.valueOf(9), 10, 0);
    assertThat(Ranks.value(nineOfTen, Fraction.of(new BigDecimal("0.95")), 30).decimal())
        .isEqualByComparingTo("0.9375");
    // Also when the tier is that unit alone, a silent one gets no score from it.
    RankedUnit silent =
        Ranks.of(
                rule(30, 30, Kpi.SATISFIED),
                List.of(
                    satisfied("known", 40, 2),
                    unit("silent", false, Map.of(Counter.SATISFIED_UNKNOWN, 5L))),
                List.of())
            .get(1);
    assertThat(silent.unitId()).isEqualTo("silent");
    assertThat(silent.score()).isNull();
  }

  @Test
  void equal_scores_share_a_rank_and_the_next_is_skipped() {
    List<RankedUnit> lines =
        ranked(
            satisfied("b", 45, 5),
            satisfied("a", 90, 10),
            satisfied("c", 40, 10),
            satisfied("d", 49, 1),
            satisfied("few", 29, 0));
    assertThat(lines).extracting(RankedUnit::unitId).containsExactly("d", "a", "b", "c", "few");
    assertThat(lines).extracting(RankedUnit::rank).containsExactly(1, 2, 2, 4, null);
  }

  @Test
  void thirty_evaluated_cases_are_enough_and_the_scarcest_rate_decides() {
    assertThat(only(satisfied("thirty", 30, 0)).rank()).isEqualTo(1);
    UnitCounts uneven =
        unit(
            "uneven",
            false,
            Map.of(
                Counter.SATISFIED_YES, 50L,
                Counter.SOLVED_YES, 29L));
    RankedUnit line =
        Ranks.of(rule(30, null, Kpi.SATISFIED, Kpi.SOLVED), List.of(uneven), List.of()).get(0);
    assertThat(line.evaluated()).isEqualTo(29);
    assertThat(line.notRanked()).isEqualTo(NotRanked.TOO_FEW_CASES);
  }

  @Test
  void whose_intervals_overlap_with_the_first_of_a_band_are_of_that_band() {
    List<RankedUnit> lines =
        ranked(
            satisfied("first", 980, 20),
            satisfied("near", 97, 3),
            satisfied("far", 800, 200),
            satisfied("farther", 790, 210));
    assertThat(lines).extracting(RankedUnit::band).containsExactly(1, 1, 2, 2);
  }

  @Test
  void units_are_ranked_among_their_like() {
    RankingRule both = rule(List.of(DISTRICTS, DEPARTMENTS), 30, null, Kpi.SATISFIED);
    List<RankedUnit> lines =
        Ranks.of(
            both,
            List.of(
                satisfied("dep", 40, 10),
                at(2, true, satisfied("dis", 50, 0)),
                at(1, false, satisfied("centre", 50, 0)),
                // The directory has not told of it.
                at(null, null, satisfied("new", 40, 10))),
            List.of());
    assertThat(lines).extracting(RankedUnit::unitId).containsExactly("dis", "dep", "centre", "new");
    assertThat(lines).extracting(RankedUnit::rank).containsExactly(1, 1, null, null);
    assertThat(lines.get(2).notRanked()).isEqualTo(NotRanked.NO_TIER);
    Tier named = new Tier("utilities", "公用企业", "Utilities", List.of(), null, List.of("dep"));
    assertThat(
            Ranks.of(
                rule(List.of(named, DEPARTMENTS), 30, null, Kpi.SATISFIED),
                List.of(satisfied("dep", 40, 10), satisfied("other", 40, 10)),
                List.of()))
        .extracting(RankedUnit::tier)
        .containsExactly("utilities", "departments");
  }

  @Test
  void a_composite_is_what_its_weights_make_of_its_rates() {
    UnitCounts unit =
        unit(
            "cg",
            false,
            Map.of(
                Counter.SATISFIED_YES, 90L,
                Counter.SATISFIED_NO, 10L,
                Counter.SOLVED_YES, 30L,
                Counter.SOLVED_PARTLY, 40L,
                Counter.SOLVED_NO, 30L));
    RankingRule rule =
        withTerms(
            List.of(
                term(Kpi.SATISFIED, "3", KpiTransform.LINEAR, "0.8", "1"),
                term(Kpi.SOLVED, "1", KpiTransform.LINEAR, "0", "1")));
    // (3 · 0.5 + 1 · 0.5) / 4
    assertThat(Ranks.of(rule, List.of(unit), List.of()).get(0).score()).isEqualByComparingTo("50");
  }

  @Test
  void a_rate_is_worth_what_its_transform_says() {
    assertThat(points(KpiTransform.LINEAR, true, "0.85")).isEqualByComparingTo("0.25");
    assertThat(points(KpiTransform.LINEAR, true, "0.7")).isEqualByComparingTo("0");
    assertThat(points(KpiTransform.LINEAR, false, "0.85")).isEqualByComparingTo("0.75");
    assertThat(points(KpiTransform.STEP, true, "0.8")).isEqualByComparingTo("1");
    assertThat(points(KpiTransform.STEP, true, "0.799999")).isEqualByComparingTo("0");
    assertThat(points(KpiTransform.STEP, false, "1")).isEqualByComparingTo("1");
    assertThat(points(KpiTransform.DEDUCT, true, "0.95")).isEqualByComparingTo("0.95");
    assertThat(points(KpiTransform.DEDUCT, true, "0.1")).isEqualByComparingTo("0.8");
    assertThat(points(KpiTransform.DEDUCT, false, "0.85")).isEqualByComparingTo("0.95");
  }

  @Test
  void a_rank_has_moved_only_if_the_score_moved_further_than_chance_moves_it() {
    List<RankedUnit> before =
        ranked(satisfied("a", 900, 100), satisfied("b", 880, 120), satisfied("c", 500, 500));
    List<RankedUnit> now =
        Ranks.of(
            rule(30, null, Kpi.SATISFIED),
            List.of(satisfied("a", 885, 115), satisfied("b", 890, 110), satisfied("c", 950, 50)),
            before);
    assertThat(now).extracting(RankedUnit::unitId).containsExactly("c", "b", "a");
    assertThat(now).extracting(RankedUnit::rankBefore).containsExactly(3, null, null);
  }

  @Test
  void the_band_of_equal_scores_is_one_whatever_their_codes() {
    for (List<String> codes : List.of(List.of("few", "many"), List.of("x-few", "many"))) {
      List<RankedUnit> lines =
          ranked(
              satisfied("a", 950, 50),
              satisfied(codes.get(0), 44, 6),
              satisfied(codes.get(1), 880, 120));
      assertThat(lines).extracting(RankedUnit::rank).containsExactly(1, 2, 2);
      assertThat(lines).extracting(RankedUnit::band).containsExactly(1, 1, 1);
    }
  }

  @Test
  void a_line_that_is_kept_has_its_numbers_and_its_tier_and_is_ranked_anew() {
    List<RankedUnit> before = ranked(satisfied("a", 90, 10), satisfied("b", 80, 20));
    List<RankedUnit> after =
        Ranks.of(
            rule(30, null, Kpi.SATISFIED),
            List.of(UnitCounts.of(before.get(0)), satisfied("b", 95, 5)),
            List.of());
    assertThat(after).extracting(RankedUnit::unitId).containsExactly("b", "a");
    assertThat(after.get(1).rank()).isEqualTo(2);
    assertThat(after.get(1).tier()).isEqualTo("departments");
    assertThat(after.get(1).score()).isEqualByComparingTo(before.get(0).score());
    assertThat(after.get(1).rates()).isEqualTo(before.get(0).rates());
  }

  @Test
  void a_period_is_measured_against_one_of_its_kind() {
    assertThat(RankingPeriod.before(Period.of("2026-04-01", "2026-07-01")))
        .isEqualTo(Period.of("2026-01-01", "2026-04-01"));
    assertThat(RankingPeriod.before(Period.of("2026-03-01", "2026-04-01")))
        .isEqualTo(Period.of("2026-02-01", "2026-03-01"));
    assertThat(RankingPeriod.before(Period.of("2026-03-09", "2026-03-16")))
        .isEqualTo(Period.of("2026-03-02", "2026-03-09"));
  }

  @Test
  void ranks_are_on_exact_values() {
    Fraction third = Fraction.of(1).dividedBy(Fraction.of(3));
    assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
    assertThat(Fraction.of(new BigDecimal("0.50"))).isEqualTo(Fraction.of(new BigDecimal("0.5")));
    List<RankedUnit> close =
        ranked(satisfied("a", 999_999, 1_000_001), satisfied("b", 1_000_000, 1_000_000));
    assertThat(close).extracting(RankedUnit::rank).containsExactly(1, 2);
    assertThat(close.get(0).unitId()).isEqualTo("b");
  }

  @Test
  void the_newest_rule_that_covers_the_whole_period_counts() {
    RankingRule ofSpring = dated(1, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1));
    RankingRule fromMay = dated(2, LocalDate.of(2026, 5, 15), null);
    List<AdoptedRule> adopted =
        List.of(
            new AdoptedRule(fromMay, "x", null, null), new AdoptedRule(ofSpring, "x", null, null));
    assertThat(RulesInForce.of(adopted, Period.of("2026-05-01", "2026-06-01")).version())
        .isEqualTo(1);
    assertThat(RulesInForce.of(adopted, Period.of("2026-07-01", "2026-08-01")).version())
        .isEqualTo(2);
    assertThat(RulesInForce.of(adopted, Period.of("2026-02-01", "2026-03-01")).preset())
        .isEqualTo("three-rates");
  }

  @Test
  void what_is_shipped_can_be_adopted_as_it_is() {
    Presets.all().forEach(preset -> RulePolicy.check(preset.rule()));
  }

  private static BigDecimal points(KpiTransform transform, boolean rising, String rate) {
    Term term =
        new Term(
            Kpi.SATISFIED.code(),
            BigDecimal.ONE,
            rising ? KpiDirection.HIGHER_IS_BETTER : KpiDirection.LOWER_IS_BETTER,
            new BigDecimal("0.8"),
            BigDecimal.ONE,
            transform);
    return Points.of(term, Fraction.of(new BigDecimal(rate))).decimal();
  }

  private static UnitCounts at(Integer level, Boolean ofAPlace, UnitCounts unit) {
    return new UnitCounts(unit.unitId(), level, ofAPlace, null, 0, 0, 0, 0, 0, 0, unit.seen());
  }

  private static RankedUnit only(UnitCounts unit) {
    return ranked(unit).get(0);
  }

  private static List<RankedUnit> ranked(UnitCounts... units) {
    return Ranks.of(rule(30, null, Kpi.SATISFIED), List.of(units), List.of());
  }

  private static UnitCounts satisfied(String unit, long yes, long no) {
    return unit(unit, false, Map.of(Counter.SATISFIED_YES, yes, Counter.SATISFIED_NO, no));
  }

  private static UnitCounts unit(String code, boolean ofAPlace, Map<Counter, Long> counts) {
    return UnitCounts.of(
        code,
        2,
        ofAPlace,
        Headline.of(null, Period.of(null, null), code, null, new EnumMap<>(counts), true),
        0,
        0);
  }

  private static RankingRule rule(int minCases, Integer shrinkage, Kpi... kpis) {
    return rule(List.of(DEPARTMENTS), minCases, shrinkage, kpis);
  }

  private static RankingRule rule(List<Tier> tiers, int minCases, Integer shrinkage, Kpi... kpis) {
    return new RankingRule(
        1,
        "three-rates",
        "规则",
        "Rule",
        null,
        null,
        minCases,
        shrinkage,
        "3wd",
        tiers,
        List.of(kpis).stream().map(kpi -> term(kpi, "1", KpiTransform.LINEAR, "0", "1")).toList());
  }

  private static RankingRule withTerms(List<Term> terms) {
    return new RankingRule(
        1, "own", "规则", "Rule", null, null, 30, null, "3wd", List.of(DEPARTMENTS), terms);
  }

  private static RankingRule dated(int version, LocalDate from, LocalDate to) {
    return new RankingRule(
        version,
        "own",
        "规则",
        "Rule",
        from,
        to,
        30,
        null,
        "3wd",
        List.of(DEPARTMENTS),
        List.of(term(Kpi.SATISFIED, "1", KpiTransform.LINEAR, "0", "1")));
  }

  private static Term term(
      Kpi kpi, String weight, KpiTransform transform, String floor, String ceiling) {
    return new Term(
        kpi.code(),
        new BigDecimal(weight),
        KpiDirection.HIGHER_IS_BETTER,
        new BigDecimal(floor),
        new BigDecimal(ceiling),
        transform);
  }
}
