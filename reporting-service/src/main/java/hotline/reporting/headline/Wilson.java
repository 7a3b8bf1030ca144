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

  /** The 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

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
    if (cases == 0) {
      return null;
    }
    double n = cases;
    double share = hits / n;
    double middle = share + Z * Z / (2 * n);
    double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double whole = 1 + Z * Z / n;
    // Exactly the end where there is one: rounding would leave a trace of it.
    return new Wilson(
        hits == 0 ? decimal(0) : decimal((middle - reach) / whole),
        hits == cases ? decimal(1) : decimal((middle + reach) / whole));
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
