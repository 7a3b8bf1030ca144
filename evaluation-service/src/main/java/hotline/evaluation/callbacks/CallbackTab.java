package hotline.evaluation.callbacks;

import hotline.access.Invalid;
import java.util.Locale;

/**
 * The tabs of the callback desk, each with its condition, its order and the index that serves it.
 */
enum CallbackTab {
  OPEN("c.status = 'OPEN'", "c.callback_due", true),
  OVERDUE("c.status = 'OPEN' and c.overdue_since is not null", "c.callback_due", true),
  DONE("c.status <> 'OPEN'", "c.ended_at", false),
  ALL("true", "c.opened_at", false);

  private final String condition;
  private final String time;
  private final boolean oldestFirst;

  CallbackTab(String condition, String time, boolean oldestFirst) {
    this.condition = condition;
    this.time = time;
    this.oldestFirst = oldestFirst;
  }

  static CallbackTab of(String name) {
    for (CallbackTab tab : values()) {
      if (tab.name().toLowerCase(Locale.ROOT).equals(name)) {
        return tab;
      }
    }
    throw new Invalid(
        "tab",
        "unknown-value",
        "tab 只能是 open、overdue、done 或 all。",
        "tab must be open, overdue, done or all.");
  }

  String condition() {
    return condition;
  }

  /** The column by which the tab is ordered and paged. */
  String time() {
    return time;
  }

  String after() {
    return "(%s, c.callback_id) %s (?, ?)".formatted(time, oldestFirst ? ">" : "<");
  }

  String order() {
    String direction = oldestFirst ? "" : " desc";
    return time + direction + ", c.callback_id" + direction;
  }
}
