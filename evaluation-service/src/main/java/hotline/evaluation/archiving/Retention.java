package hotline.evaluation.archiving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Until when the record of a case is kept (保管期限): to the end of a year, as archives count it. */
final class Retention {

  private Retention() {}

  /** So many full years after that of the closing: the first moment at which it is over. */
  static Instant until(Instant closedAt, int years, ZoneId city) {
    return endOfYear(closedAt, years, city);
  }

  /**
   * The same of a case that was held by law before it was archived.
   *
   * @param liftedAt when the last of its holds was lifted; null when nothing held it
   */
  static Instant until(Instant closedAt, int years, Instant liftedAt, ZoneId city) {
    Instant until = until(closedAt, years, city);
    return liftedAt == null ? until : afterHold(until, liftedAt, city);
  }

  /**
   * Nothing is destroyed while a hold stands; what became due meanwhile is kept until the end of
   * the year after its lifting, so that a next instance of the court still finds it.
   */
  static Instant afterHold(Instant until, Instant liftedAt, ZoneId city) {
    Instant atLeast = endOfYear(liftedAt, 1, city);
    return until.isAfter(atLeast) ? until : atLeast;
  }

  private static Instant endOfYear(Instant from, int yearsLater, ZoneId city) {
    int year = from.atZone(city).getYear() + yearsLater + 1;
    return LocalDate.of(year, 1, 1).atStartOfDay(city).toInstant();
  }
}
