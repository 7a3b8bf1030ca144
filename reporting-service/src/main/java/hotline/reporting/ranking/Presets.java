package hotline.reporting.ranking;

import hotline.lifecycle.KpiDirection;
import hotline.lifecycle.KpiTransform;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.RankingRule.Term;
import hotline.lifecycle.RankingRule.Tier;
import java.math.BigDecimal;
import java.util.List;

/**
 * Rules that are shipped (预设考核规则), for a city to start from. Their weights are no standard: no
 * national document sets them, each city chooses its own.
 */
final class Presets {

  /**
   * A rule that is shipped.
   *
   * @param notCounted what belongs to it in the field and is not counted here, so that nobody takes
   *     it for the whole
   */
  record Preset(RankingRule rule, String noteZh, String noteEn, List<String> notCounted) {}

  private static final int MIN_CASES = 30;
  private static final String CHECK = "3wd";

  private static final List<Tier> TIERS =
      List.of(
          new Tier("districts", "区（市）县", "Districts", List.of(2), true, List.of()),
          new Tier("departments", "市直部门和单位", "Departments", List.of(2), false, List.of()),
          new Tier("streets", "镇街", "Streets and towns", List.of(3), true, List.of()),
          new Tier("sections", "部门科室", "Sections", List.of(3), false, List.of()));

  /** 三率: each of the three rates a third. */
  static final Preset THREE_RATES =
      new Preset(
          rule(
              "three-rates",
              "三率考核（响应率、解决率、满意率）",
              "Three rates",
              List.of(term(Kpi.RESPONDED, "1"), term(Kpi.SOLVED, "1"), term(Kpi.SATISFIED, "1"))),
          "三率等权。权重由各地自定，预设不代表任何标准。",
          "Equal weights. Weights are the city's own choice; the preset stands for no standard.",
          List.of());

  /** Of the six columns of 盘锦 the two that reporting counts, by the weights that were published. */
  static final Preset PANJIN =
      new Preset(
          rule(
              "panjin-6",
              "盘锦六项（其中两项：办结率 20、满意率 30）",
              "Two of the six columns of Panjin",
              List.of(term(Kpi.CLOSED, "20"), term(Kpi.SATISFIED, "30"))),
          "六项中仅办结率、满意率可由本系统统计，其余各项未计入；得分按已计入的权重折算为百分制。",
          "Of the six columns only closure and satisfaction are counted here; the score is of these"
              + " weights.",
          List.of("交办总量", "按时反馈率", "有效回访率", "知识库更新数"));

  private Presets() {}

  static List<Preset> all() {
    return List.of(THREE_RATES, PANJIN);
  }

  private static RankingRule rule(String preset, String zh, String en, List<Term> terms) {
    return new RankingRule(0, preset, zh, en, null, null, MIN_CASES, null, CHECK, TIERS, terms);
  }

  private static Term term(Kpi kpi, String weight) {
    return new Term(
        kpi.code(),
        new BigDecimal(weight),
        KpiDirection.HIGHER_IS_BETTER,
        BigDecimal.ZERO,
        BigDecimal.ONE,
        KpiTransform.LINEAR);
  }
}
