package hotline.lifecycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The rule by which units are scored and ranked (考核规则), as a city adopted it: data, adopted whole
 * and never edited.
 *
 * @param version each adoption has the next one; 0 is the one that is shipped
 * @param preset the shipped rule that it started from, such as {@code three-rates}
 * @param validFrom the first day of the periods it counts for; null for all
 * @param validTo the first day that it no longer counts for; null for ever
 * @param minCases evaluated cases below which a unit is listed and not ranked
 * @param shrinkage k of (x + k·p0) / (n + k), p0 the rate of the whole tier; null for none
 * @param checkLimit how long units may object to their line, as a limit of the work calendar:
 *     {@code 3wd}
 * @param tiers units are ranked among those of their tier alone; the first that fits is theirs
 * @param terms what the score is made of
 */
public record RankingRule(
    int version,
    String preset,
    String nameZh,
    String nameEn,
    LocalDate validFrom,
    LocalDate validTo,
    int minCases,
    Integer shrinkage,
    String checkLimit,
    List<Tier> tiers,
    List<Term> terms) {

  /**
   * Units that are compared with each other (分档分类).
   *
   * @param levels of the directory that belong to it; empty for all
   * @param ofAPlace true for units that are responsible for a place (区县、街道), false for those of the
   *     whole city (部门); null for both
   * @param units named ones, whatever their level; empty for none
   */
  public record Tier(
      String code,
      String nameZh,
      String nameEn,
      List<Integer> levels,
      Boolean ofAPlace,
      List<String> units) {}

  /**
   * One rate and what it is worth.
   *
   * @param kpi code with version, such as {@code eval.solved.v2}
   * @param weight against the sum of all; the city's own choice
   * @param floor rate from 0 to 1 that is worth nothing (with {@link KpiTransform#STEP} all)
   * @param ceiling rate from 0 to 1 that is worth all
   */
  public record Term(
      String kpi,
      BigDecimal weight,
      KpiDirection direction,
      BigDecimal floor,
      BigDecimal ceiling,
      KpiTransform transform) {}
}
