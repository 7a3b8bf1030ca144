package hotline.evaluation.spotchecks;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tabs of the spot checks, each with its condition and its order; {@code ?} is who asks. */
enum SpotCheckTab {
  CHECK("s.status = 'CHECKING'", true),
  MINE("s.status = 'CHECKING' and s.checker = ?", true),
  CONFIRM("s.status = 'CONFIRMING'", true),
  ENDED("s.ended_at is not null", false),
  /** 虚假办结. */
  FAILED("s.ended_at is not null and s.status = 'RECORDED' and s.finding = 'NOT_DONE'", false);

  private final String condition;
  private final boolean open;

  SpotCheckTab(String condition, boolean open) {
    this.condition = condition;
    this.open = open;
  }

  static SpotCheckTab of(String name) {
    for (SpotCheckTab tab : values()) {
      if (tab.wireName().equals(name)) {
        return tab;
      }
    }
    String known =
        Arrays.stream(values()).map(SpotCheckTab::wireName).collect(Collectors.joining(", "));
    throw new Invalid(
        "tab", "unknown-value", "tab 只能是 " + known + "。", "tab must be one of " + known + ".");
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String condition() {
    return condition;
  }

  boolean isOfWhoAsks() {
    return condition.contains("?");
  }

  /** The column by which the tab is ordered and paged: what waits by its due time. */
  String time() {
    return open ? "s.due_at" : "s.ended_at";
  }

  String after() {
    return "(%s, s.check_id) %s (?, ?)".formatted(time(), open ? ">" : "<");
  }

  String direction() {
    return open ? "" : " desc";
  }
}
