package hotline.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hotline.calendar.InputRefused.Reason;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take (时限), written {@code 15nm}, {@code 24nh}, {@code 7nd}, {@code 2wh} or
 * {@code 5wd}.
 */
public record Limit(int amount, LimitUnit unit) {

  private static final Pattern TEXT = Pattern.compile("(-?\\d{1,9})(nm|nh|nd|wh|wd)");

  public Limit {
    Objects.requireNonNull(unit, "unit");
    if (amount <= 0) {
      throw new InputRefused(Reason.LIMIT_NOT_POSITIVE, amount + unit.suffix());
    }
    if (amount > unit.longest()) {
      throw new InputRefused(Reason.LIMIT_TOO_LONG, amount + unit.suffix());
    }
  }

  public static Limit of(int amount, LimitUnit unit) {
    return new Limit(amount, unit);
  }

  @JsonCreator
  public static Limit parse(String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      throw new InputRefused(Reason.LIMIT_UNREADABLE, String.valueOf(text));
    }
    for (LimitUnit unit : LimitUnit.values()) {
      if (unit.suffix().equals(matcher.group(2))) {
        return new Limit(Integer.parseInt(matcher.group(1)), unit);
      }
    }
    throw new IllegalStateException("A suffix without a unit: " + matcher.group(2));
  }

  /** The text form that {@link #parse} reads. */
  @JsonValue
  public String format() {
    return amount + unit.suffix();
  }

  @Override
  public String toString() {
    return format();
  }

  public String zh() {
    return amount + "个" + unit.zh();
  }

  public String en() {
    return amount + " " + unit.en() + (amount == 1 ? "" : "s");
  }
}
