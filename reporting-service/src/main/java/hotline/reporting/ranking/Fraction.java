package hotline.reporting.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number: ranks are on exact values, and no division loses a part of one. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

  static final Fraction ZERO = of(0);
  static final Fraction ONE = of(1);

  private static final int DECIMALS = 6;

  Fraction {
    if (under.signum() == 0) {
      throw new ArithmeticException("Nothing is divided by zero");
    }
    BigInteger common = over.gcd(under);
    // Equal numbers are equal records.
    BigInteger by = under.signum() < 0 ? common.negate() : common;
    over = over.divide(by);
    under = under.divide(by);
  }

  static Fraction of(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  static Fraction of(BigDecimal number) {
    return number.scale() <= 0
        ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.over.negate(), other.under));
  }

  Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(over.multiply(other.under), under.multiply(other.over));
  }

  Fraction between(Fraction least, Fraction most) {
    return compareTo(least) < 0 ? least : compareTo(most) > 0 ? most : this;
  }

  /** With six decimals, half up: for reading, never for ranking. */
  BigDecimal decimal() {
    return new BigDecimal(over).divide(new BigDecimal(under), DECIMALS, RoundingMode.HALF_UP);
  }

  double value() {
    return new BigDecimal(over)
        .divide(new BigDecimal(under), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Fraction other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
