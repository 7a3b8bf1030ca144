package hotline.intake.cases;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.Locale;

/** The tabs of the list of transfers; its number is the exact count of the rows behind it. */
enum TransferTab {
  WAITING,
  /** Waiting, and due before now. */
  OVERDUE,
  ACKNOWLEDGED;

  static TransferTab of(String typed) {
    if (typed == null || typed.isBlank()) {
      return WAITING;
    }
    return Arrays.stream(values())
        .filter(tab -> tab.name().toLowerCase(Locale.ROOT).equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "可选值：waiting、overdue、acknowledged。",
                    "Choose one of: waiting, overdue, acknowledged."));
  }
}
