package hotline.dispatch.supervision;

import hotline.access.Invalid;
import hotline.access.OnGrid;

/**
 * What makes several cases one repeated request (重复诉求): one caller in one category of the second
 * level, or one place in one category of the last. Each says it as SQL, whatever became of the
 * cases; merged and withdrawn ones count.
 *
 * <p>Reports and cases in confidence are left out, as they are when cases are merged: with whose
 * other request one stands would say who reported. The demands of one call are one request. A place
 * is a community or a grid: three matters of one kind in a whole street are its ordinary quarter.
 */
enum RepeatOf {
  /** 同一诉求人. */
  CALLER(
      "caller",
      ":repeatedOfCaller",
      "%1$s.caller_ref = %2$s.caller_ref"
          + " and left(%1$s.category_code, 4) = left(%2$s.category_code, 4)"),
  /** 同一地点. */
  PLACE(
      "place",
      ":repeatedAtPlace",
      "%1$s.place_code = %2$s.place_code and %1$s.category_code = %2$s.category_code"
          + " and length(%1$s.place_code) > 9 and length(%2$s.place_code) > 9");

  private static final String UNPROTECTED =
      " and not %1$s.confidential and %1$s.kind <> 'REPORT'"
          + " and not %2$s.confidential and %2$s.kind <> 'REPORT'";

  private static final String WITHIN =
      " and %1$s.received_at between"
          + " %2$s.received_at - make_interval(days => :repeatsWithin)"
          + " and %2$s.received_at + make_interval(days => :repeatsWithin)";

  private final String wireName;
  private final String threshold;
  private final String same;

  RepeatOf(String wireName, String threshold, String same) {
    this.wireName = wireName;
    this.threshold = threshold;
    this.same = same + UNPROTECTED + WITHIN;
  }

  static RepeatOf of(String wireName) {
    for (RepeatOf one : values()) {
      if (one.wireName.equals(wireName)) {
        return one;
      }
    }
    throw new Invalid(
        "of", "unknown-value", "请填写 caller（同一诉求人）或 place（同一地点）。", "Say caller or place.");
  }

  /**
   * Whether a case {@code r} counts as a request of its own beside the case {@code c}, or is it.
   */
  String counted() {
    return same.formatted("r", "c")
        + " and (r.case_id = c.case_id or coalesce(r.split_from, r.case_id)"
        + " <> coalesce(c.split_from, c.case_id) and (r.split_from is null or not exists"
        + " (select 1 from handled_case o where "
        + same.formatted("o", "c")
        + " and (o.case_id = r.split_from"
        + " or o.split_from = r.split_from and o.case_id < r.case_id))))";
  }

  /** The same of those on the grid to which the reader is limited; null for the whole city. */
  String counted(String grid) {
    return counted() + (grid == null ? "" : " and " + OnGrid.sql("r.place_path", ":grid"));
  }

  /** How many of these there are, the case {@code c} among them. */
  String count(String grid) {
    return "(select count(*) from handled_case r where " + counted(grid) + ")";
  }

  /** How many there are, the case {@code c} among them. */
  String count() {
    return "(select count(*) from handled_case r where " + counted() + ")";
  }

  /** Whether there are too many; no more are looked at than that takes. */
  String tooMany() {
    return "(select count(*) from (select 1 from handled_case r where "
        + counted()
        + " limit "
        + threshold
        + ") n) >= "
        + threshold;
  }

  /** Whether the case {@code c} is one of either kind. */
  static String isRepeated() {
    return "(" + CALLER.tooMany() + " or " + PLACE.tooMany() + ")";
  }
}
