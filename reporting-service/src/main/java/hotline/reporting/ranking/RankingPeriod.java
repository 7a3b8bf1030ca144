package hotline.reporting.ranking;

import hotline.access.Invalid;
import hotline.reporting.headline.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A period that is ranked has both ends, and is no longer than a year. */
final class RankingPeriod {

  private static final int LONGEST_DAYS = 366;
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
          "考核周期最长一年，且在 2000 年至 2100 年之间。",
          "A period is at most a year, between 2000 and 2100.");
    }
    return period;
  }

  static boolean isFarOff(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(LATEST);
  }

  private static Invalid missing(String field) {
    return new Invalid(field, "required", "必填。", "This is required.");
  }
}
