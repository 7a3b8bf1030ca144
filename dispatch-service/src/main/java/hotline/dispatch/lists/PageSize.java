package hotline.dispatch.lists;

import hotline.access.Invalid;

/** How many rows a page has. */
public final class PageSize {

  private static final int USUAL = 50;
  private static final int LARGEST = 200;

  private PageSize() {}

  public static int of(String text) {
    if (text == null || text.isBlank()) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text.strip());
      if (limit >= 1 && limit <= LARGEST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Same answer as for a number out of bounds.
    }
    throw new Invalid(
        "limit",
        "not-a-number",
        "每页条数应为 1 到 200 的整数。",
        "The page size is a whole number from 1 to 200.");
  }
}
