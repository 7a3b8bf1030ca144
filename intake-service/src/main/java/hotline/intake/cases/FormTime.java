package hotline.intake.cases;

import hotline.access.Violations;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time as people and spreadsheets write it; local times are the city's. */
public final class FormTime {
  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]+(\\d{1,2})[:时](\\d{1,2})(?:分?|[:分](\\d{1,2})(?:\\.\\d+)?秒?))?");

  private FormTime() {}

  /** Empty for what is no time, such as the 30th of February. */
  public static Optional<Instant> parse(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    try {
      Matcher local = LOCAL.matcher(text);
      Instant time =
          local.matches()
              ? local(local).atZone(CaseNumbers.CITY).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return Optional.of(time.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException | ArithmeticException impossible) {
      return Optional.empty();
    }
  }

  /** A time that must be told, to the minute; null, with what is wrong, where it is none. */
  public static Instant minute(Violations violations, String typed, String field) {
    violations.required(typed, field);
    if (typed == null || typed.isBlank()) {
      return null;
    }
    Instant time = parse(typed).orElse(null);
    violations.require(
        time != null,
        field,
        "not-a-time",
        "不是有效的时间，请按 2026-11-22 09:30 的格式填写。",
        "Not a time that exists; write it as 2026-11-22 09:30 or 2026-11-22T09:30:00+08:00.");
    return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
  }

  private static LocalDateTime local(Matcher found) {
    return LocalDateTime.of(
        number(found.group(1)),
        number(found.group(2)),
        number(found.group(3)),
        number(found.group(4)),
        number(found.group(5)),
        number(found.group(6)));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
