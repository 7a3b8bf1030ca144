package hotline.dispatch.owners;

import hotline.access.Invalid;
import java.util.Arrays;

/** A list of owned cases; its number and its rows are the same question. */
enum OwnedTab {
  MINE("mine", "o.released_at is null and o.owner_ref = :me"),
  HANDOVERS("handovers", "o.released_at is null and o.status = 'HANDOVER_ASKED'"),
  OVERDUE(
      "overdue",
      "o.released_at is null and o.status = 'OWNED' and o.answered_at is null and o.visit_due <"
          + " :now"),
  OPEN("open", "o.released_at is null"),
  RELEASED("released", "o.released_at is not null");

  private final String wireName;
  private final String condition;

  OwnedTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static OwnedTab of(String wireName) {
    if (wireName == null || wireName.isBlank()) {
      return MINE;
    }
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "没有这个标签页。可选：mine、handovers、overdue、open、released。",
                    "There is no such tab. Possible: mine, handovers, overdue, open, released."));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }
}
