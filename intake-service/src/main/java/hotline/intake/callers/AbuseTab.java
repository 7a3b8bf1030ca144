package hotline.intake.callers;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.Locale;

/** The tabs of the list of abuse; its number is the exact count of the rows behind it. */
enum AbuseTab {
  /** Told to who answers a call. */
  ACTIVE,
  /** Of those, what ends within two weeks. */
  EXPIRING,
  /** Lifted, or ended by itself; kept for thirty days. */
  ENDED;

  static AbuseTab of(String typed) {
    if (typed == null || typed.isBlank()) {
      return ACTIVE;
    }
    return Arrays.stream(values())
        .filter(tab -> tab.name().toLowerCase(Locale.ROOT).equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "可选值：active、expiring、ended。",
                    "Choose one of: active, expiring, ended."));
  }
}
