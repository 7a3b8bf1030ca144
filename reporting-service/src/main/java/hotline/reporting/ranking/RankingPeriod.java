package hotline.reporting.ranking;

import hotline.access.Invalid;
import hotline.reporting.headline.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A period that is ranked has both ends, and is no longer than a quarter. */
final class RankingPeriod {

  // Objections and errata copy it once more while somebody waits.
  private static final int LONGEST_DAYS = 92;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  private RankingPeriod() {}

  static Period of(String from, String to) {
    Period period = Period.of(from, to);
    if (period.from() == null) {
      throw missing("from");
    }
    if (period.to() == null) {
      throw missing("to");
    }
    if (isFarOff(period.from())
        || isFarOff(period.to())
        || ChronoUnit.DAYS.between(period.from(), period.to()) > LONGEST_DAYS) {
      throw new Invalid(
          "to",
          "out-of-range",
          "考核周期最长一个季度（92 天），且在 2000 年至 2100 年之间。",
          "A period is at most a quarter (92 days), between 2000 and 2100.");
    }
    return period;
  }

  /**
   * The period of the same kind that ends where this one begins: as many whole months, otherwise as
   * many days. A quarter is not measured against a month.
   */
  static Period before(Period period) {
    boolean wholeMonths = period.from().getDayOfMonth() == 1 && period.to().getDayOfMonth() == 1;
    LocalDate from =
        wholeMonths
            ? period.from().minusMonths(ChronoUnit.MONTHS.between(period.from(), period.to()))
            : period.from().minusDays(ChronoUnit.DAYS.between(period.from(), period.to()));
    return new Period(from, period.from());
  }

  static boolean isFarOff(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(LATEST);
  }

  private static Invalid missing(String field) {
    return new Invalid(field, "required", "必填。", "This is required.");
  }
}
