package hotline.evaluation.scoring;

import hotline.access.Invalid;
import java.util.Locale;

/** The tabs of what units asked about their score, each with its condition and its order. */
enum ScoreRequestTab {
  REVIEW("r.status = 'REVIEWING'", "r.requested_at", true),
  CONFIRM("r.status = 'CONFIRMING'", "r.requested_at", true),
  OPEN("r.status in ('REVIEWING', 'CONFIRMING')", "r.requested_at", true),
  DECIDED("r.status not in ('REVIEWING', 'CONFIRMING')", "r.ended_at", false);

  private final String condition;
  private final String time;
  private final boolean oldestFirst;

  ScoreRequestTab(String condition, String time, boolean oldestFirst) {
    this.condition = condition;
    this.time = time;
    this.oldestFirst = oldestFirst;
  }

  static ScoreRequestTab of(String name) {
    for (ScoreRequestTab tab : values()) {
      if (tab.wireName().equals(name)) {
        return tab;
      }
    }
    throw new Invalid(
        "tab",
        "unknown-value",
        "tab 只能是 review、confirm、open 或 decided。",
        "tab must be review, confirm, open or decided.");
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String condition() {
    return condition;
  }

  /** The column by which the tab is ordered and paged. */
  String time() {
    return time;
  }

  String after() {
    return "(%s, r.request_id) %s (?, ?)".formatted(time, oldestFirst ? ">" : "<");
  }

  String direction() {
    return oldestFirst ? "" : " desc";
  }
}
