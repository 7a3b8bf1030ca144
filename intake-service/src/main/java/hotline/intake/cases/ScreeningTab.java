package hotline.intake.cases;

import hotline.access.Invalid;

/** The tabs of the screening queue; its number is the exact count of the rows behind it. */
enum ScreeningTab {
  ALL,
  /** A refusal waits for the second person. */
  REFUSALS;

  static ScreeningTab of(String typed) {
    if (typed == null || typed.isBlank() || typed.equals("all")) {
      return ALL;
    }
    if (typed.equals("refusals")) {
      return REFUSALS;
    }
    throw new Invalid("tab", "unknown-value", "可选值：all、refusals。", "Choose one of: all, refusals.");
  }
}
