package hotline.reporting.headline;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate of the headline. Unknown answers stand beside it and never in it: silence is not
 * satisfaction.
 *
 * @param code stable KPI code and version; counted by the day of acceptance, {@code intake.direct}
 *     by that of registration
 * @param numerator a partly solved case counts half
 * @param denominator known answers
 * @param partly of these, those that count half; null of a rate without such an answer. What counts
 *     nothing is then denominator - numerator - partly / 2
 * @param unknown answers that are unknown
 * @param excluded answers that are known and stand outside by a rule: not solvable by policy; null
 *     where there is no such rule
 * @param notScored closed cases that are in neither number, whatever was answered: left out of
 *     every score (剔除), or their rating is (申诉成立); null of a rate of no ratings
 * @param value numerator / denominator with six decimals; null when nothing is known
 * @param unknownRate unknown / (known + unknown); null when nobody was asked
 * @param reason why there is no value: {@code no_cases}
 */
public record Rate(
    String code,
    BigDecimal numerator,
    long denominator,
    Long partly,
    long unknown,
    Long excluded,
    Long notScored,
    BigDecimal value,
    BigDecimal unknownRate,
    String reason) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  static Rate of(String code, BigDecimal numerator, long denominator, long unknown) {
    return of(code, numerator, denominator, null, unknown, null, null);
  }

  private static Rate of(
      String code,
      BigDecimal numerator,
      long denominator,
      Long partly,
      long unknown,
      Long excluded,
      Long notScored) {
    return new Rate(
        code,
        numerator,
        denominator,
        partly,
        unknown,
        excluded,
        notScored,
        ratio(numerator, denominator),
        ratio(BigDecimal.valueOf(unknown), denominator + unknown),
        denominator == 0 ? "no_cases" : null);
  }

  /** Of answers that are yes or no. */
  public static Rate ofYes(String code, long yes, long no, long unknown, Long notScored) {
    return of(code, BigDecimal.valueOf(yes), yes + no, null, unknown, null, notScored);
  }

  /** Of demands that are solved, partly solved, which counts half, or not. */
  public static Rate ofSolved(
      String code, long yes, long partly, long no, long unknown, long byPolicy, Long notScored) {
    return of(
        code,
        BigDecimal.valueOf(yes).add(HALF.multiply(BigDecimal.valueOf(partly))),
        yes + partly + no,
        partly,
        unknown,
        byPolicy,
        notScored);
  }

  static BigDecimal ratio(BigDecimal numerator, long denominator) {
    return denominator == 0
        ? null
        : numerator.divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_UP);
  }
}
