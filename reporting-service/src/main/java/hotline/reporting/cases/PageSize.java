package hotline.reporting.cases;

import hotline.access.Invalid;

/** How many rows a page has. */
public final class PageSize {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private PageSize() {}

  /** Reads it as a client writes it; refuses what is no number of rows. */
  public static int of(String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Same answer as for a number out of range.
    }
    throw new Invalid(
        "limit",
        "out-of-range",
        "每页条数须为 1 到 " + MAX_LIMIT + " 的整数。",
        "The page size must be a whole number from 1 to " + MAX_LIMIT + ".");
  }
}
