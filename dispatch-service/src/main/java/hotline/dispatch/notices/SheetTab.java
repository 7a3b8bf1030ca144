package hotline.dispatch.notices;

import hotline.access.Invalid;
import java.util.Arrays;

/** A list of copies; its number and its rows are the same question. */
enum SheetTab {
  TO_DELIVER("to-deliver", "n.ended_at is null and s.status = 'TO_DELIVER'"),
  /** Who has not opened theirs. */
  TO_RECEIPT("to-receipt", "n.ended_at is null and s.status = 'TO_RECEIPT'"),
  OVERDUE("overdue", "n.ended_at is null and s.status <> 'RECEIPTED' and s.receipts_due_at < :now"),
  RECEIPTED("receipted", "s.status = 'RECEIPTED'");

  private final String wireName;
  private final String condition;

  SheetTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static SheetTab of(String wireName) {
    if (wireName == null || wireName.isBlank()) {
      return TO_RECEIPT;
    }
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "没有这个标签页。可选：to-deliver、to-receipt、overdue、receipted。",
                    "There is no such tab. Possible: to-deliver, to-receipt, overdue, receipted."));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }
}
