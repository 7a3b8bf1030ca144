package hotline.reporting.headline;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The 95 % confidence interval of a share by Wilson's score: of few cases it is wide, and it never
 * leaves 0 to 1 (E. B. Wilson, JASA 22, 1927).
 *
 * @param low with six decimals
 * @param high with six decimals
 */
public record Wilson(BigDecimal low, BigDecimal high) {

  /** The quantile of the normal distribution that the field reckons with. */
  private static final double Z = 1.96;

  private static final int DECIMALS = 6;

  /**
   * Of so many out of so many.
   *
   * @return null when there are none
   */
  public static Wilson of(long hits, long cases) {
    if (hits < 0 || hits > cases) {
      throw new IllegalArgumentException(hits + " of " + cases);
    }
    return cases == 0 ? null : ofShare((double) hits / cases, cases);
  }

  /**
   * Of a share of so many; a partly solved case counts half, and a share that was drawn to a mean
   * is of more cases than were seen.
   *
   * @param share from 0 to 1
   * @param cases more than 0
   */
  public static Wilson ofShare(double share, double cases) {
    double middle = share + Z * Z / (2 * cases);
    double reach = Z * Math.sqrt(share * (1 - share) / cases + Z * Z / (4 * cases * cases));
    double whole = 1 + Z * Z / cases;
    return new Wilson(end((middle - reach) / whole), end((middle + reach) / whole));
  }

  private static BigDecimal end(double value) {
    return BigDecimal.valueOf(Math.min(1, Math.max(0, value)))
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
