package hotline.lifecycle;

import java.math.BigDecimal;
import java.util.List;

/**
 * The line of a unit in a ranking (排名). Unknown answers and what counts in no score stand beside it
 * and never in it.
 *
 * @param tier code of the tier among whose units it is ranked
 * @param score 0 to 100 with six decimals; null where a rate has no known answer
 * @param low lower end of the 95 % interval of the score
 * @param high upper end of the 95 % interval of the score
 * @param rank 1 is the best; the same for equal exact scores, and the next is skipped; null when it
 *     is not ranked
 * @param band 1 is the best; the intervals of those of a band overlap with that of its first unit
 * @param notRanked why it has no rank; null when it has one
 * @param evaluated the smallest number of known answers behind a rate of its score
 * @param rankBefore rank in the ranking before; null where the score has not moved beyond its
 *     interval
 * @param extended accepted cases of which a limit was extended (延期)
 * @param onHold accepted cases that were on hold (挂起) when it was counted
 */
public record RankedUnit(
    String unitId,
    String tier,
    BigDecimal score,
    BigDecimal low,
    BigDecimal high,
    Integer rank,
    Integer band,
    NotRanked notRanked,
    long evaluated,
    Integer rankBefore,
    long accepted,
    long closed,
    long excluded,
    long ratingSetAside,
    long extended,
    long onHold,
    List<RankedRate> rates) {

  /**
   * A rate of its score.
   *
   * @param numerator a partly solved case counts half
   * @param denominator known answers
   * @param unknown answers that are unknown
   * @param value what counts in the score: numerator / denominator with six decimals, or the shrunk
   *     value where the rule says so; null when nothing is known
   * @param low lower end of its Wilson 95 % interval
   * @param high upper end of its Wilson 95 % interval
   */
  public record RankedRate(
      String kpi,
      BigDecimal numerator,
      long denominator,
      long unknown,
      BigDecimal value,
      BigDecimal low,
      BigDecimal high) {}
}
