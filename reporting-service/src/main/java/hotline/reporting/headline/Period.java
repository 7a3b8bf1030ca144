package hotline.reporting.headline;

import hotline.access.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days in Asia/Shanghai, half-open: from the first to the day after the last; either may be open.
 */
public record Period(LocalDate from, LocalDate to) {

  /** Open at both ends. */
  public static final Period ALL = new Period(null, null);

  /** The city's. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Reads both ends as a client writes them; refuses what is no day or ends before it starts. */
  public static Period of(String from, String to) {
    Period period = new Period(day("from", from), day("to", to));
    if (period.from != null && period.to != null && !period.from.isBefore(period.to)) {
      throw new Invalid(
          "to",
          "not-after-from",
          "结束日期须晚于开始日期（结束日当天不计入）。",
          "The period must end after it starts; its end is the first day not in it.");
    }
    return period;
  }

  public Instant start() {
    return from == null ? null : from.atStartOfDay(ZONE).toInstant();
  }

  public Instant end() {
    return to == null ? null : to.atStartOfDay(ZONE).toInstant();
  }

  /** A day as a client writes it, null for none; refuses what is no day. */
  public static LocalDate day(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new Invalid(
          field,
          "not-a-date",
          "日期格式应为 YYYY-MM-DD，且须为真实日期。",
          "A date is written YYYY-MM-DD and must exist.");
    }
  }
}
