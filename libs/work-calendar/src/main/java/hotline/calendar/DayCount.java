package hotline.calendar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number of work days. Every work day counts as one, however long it is, so a part of a
 * day is a fraction of that day; fractions of days of different lengths must add up without
 * rounding, or splitting a pause would move a deadline.
 */
record DayCount(BigInteger numerator, BigInteger denominator) implements Comparable<DayCount> {

  static DayCount of(long days) {
    return new DayCount(BigInteger.valueOf(days), BigInteger.ONE);
  }

  static DayCount of(long days, long part, long whole) {
    BigInteger denominator = BigInteger.valueOf(whole);
    return new DayCount(
        BigInteger.valueOf(days).multiply(denominator).add(BigInteger.valueOf(part)), denominator);
  }

  DayCount plus(DayCount other) {
    if (denominator.equals(other.denominator)) {
      return new DayCount(numerator.add(other.numerator), denominator);
    }
    BigInteger shared = denominator.gcd(other.denominator);
    BigInteger mine = other.denominator.divide(shared);
    BigInteger theirs = denominator.divide(shared);
    return new DayCount(
        numerator.multiply(mine).add(other.numerator.multiply(theirs)), denominator.multiply(mine));
  }

  DayCount minus(DayCount other) {
    return plus(new DayCount(other.numerator.negate(), other.denominator));
  }

  /** The whole days of a count that is not negative. */
  int wholeDays() {
    return numerator.divide(denominator).intValueExact();
  }

  boolean isWhole() {
    return numerator.mod(denominator).signum() == 0;
  }

  /** The part beyond the whole days, as a share of a length, rounded up to the next unit of it. */
  long partOf(long length) {
    BigInteger[] result =
        numerator
            .mod(denominator)
            .multiply(BigInteger.valueOf(length))
            .divideAndRemainder(denominator);
    return result[0].longValueExact() + result[1].signum();
  }

  BigDecimal rounded() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  @Override
  public int compareTo(DayCount other) {
    return minus(other).numerator.signum();
  }
}
