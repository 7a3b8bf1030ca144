package hotline.intake.cases;

import hotline.access.Invalid;
import java.util.UUID;

/** Which page of a list is asked for. */
public record PageRequest(String cursor, int limit) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  public static PageRequest of(String cursor, String limit) {
    return of(cursor, limit == null || limit.isBlank() ? null : number(limit));
  }

  /**
   * @param limit null for the usual number of rows
   */
  public static PageRequest of(String cursor, Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw outOfRange();
    }
    return new PageRequest(
        cursor == null || cursor.isBlank() ? null : cursor, limit == null ? USUAL : limit);
  }

  private static Integer number(String typed) {
    try {
      return Integer.valueOf(typed.strip());
    } catch (NumberFormatException notANumber) {
      throw outOfRange();
    }
  }

  private static Invalid outOfRange() {
    return new Invalid(
        "limit",
        "out-of-range",
        "每页条数应为 1 到 " + MOST + " 的整数。",
        "limit is a whole number from 1 to " + MOST + ".");
  }

  /**
   * The row behind which the page begins, of a list in the order of its ids; null for the first.
   */
  public UUID behind() {
    try {
      return cursor == null ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException notOurs) {
      throw badCursor();
    }
  }

  public Invalid badCursor() {
    return new Invalid(
        "cursor",
        "unknown-value",
        "翻页位置无效，请从第一页重新开始。",
        "This is not a place in the list; start again from the first page.");
  }
}
