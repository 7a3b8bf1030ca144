package hotline.reporting.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Within which a rate lies at 95 %, as it is seen in so many cases. */
record Interval(BigDecimal low, BigDecimal high) {

  private static final double Z = 1.96;
  private static final int DECIMALS = 6;

  /**
   * The score interval of Wilson (1927).
   *
   * @param rate from 0 to 1
   * @param cases at least 1
   */
  static Interval wilson(double rate, double cases) {
    double zz = Z * Z;
    double middle = rate + zz / (2 * cases);
    double half = Z * Math.sqrt(rate * (1 - rate) / cases + zz / (4 * cases * cases));
    double whole = 1 + zz / cases;
    return new Interval(rounded((middle - half) / whole), rounded((middle + half) / whole));
  }

  private static BigDecimal rounded(double end) {
    return BigDecimal.valueOf(Math.min(1, Math.max(0, end)))
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
