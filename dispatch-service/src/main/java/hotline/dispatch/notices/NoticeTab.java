package hotline.dispatch.notices;

import hotline.access.Invalid;
import java.util.Arrays;

/** A list of notices; its number and its rows are the same question. */
enum NoticeTab {
  TO_DELIVER("to-deliver", "n.ended_at is null and n.status = 'TO_DELIVER'"),
  TO_RECEIPT("to-receipt", "n.ended_at is null and n.status = 'TO_RECEIPT'"),
  RECEIPTS_OVERDUE(
      "receipts-overdue", "n.ended_at is null and n.receipts < 6 and n.receipts_due_at < :now"),
  AWAITING_RESULT("awaiting-result", "n.ended_at is null and n.status = 'AWAITING_RESULT'"),
  OVERDUE("overdue", "n.ended_at is null and n.result is null and n.due_at < :now"),
  TO_WITHDRAW("to-withdraw", "n.ended_at is null and n.status = 'TO_WITHDRAW'"),
  OPEN("open", "n.ended_at is null"),
  ENDED("ended", "n.ended_at is not null");

  private final String wireName;
  private final String condition;

  NoticeTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static NoticeTab of(String wireName) {
    if (wireName == null || wireName.isBlank()) {
      return OPEN;
    }
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "没有这个标签页。可选：to-deliver、to-receipt、receipts-overdue、awaiting-result、overdue、to-withdraw、open、ended。",
                    "There is no such tab. Possible: to-deliver, to-receipt, receipts-overdue,"
                        + " awaiting-result, overdue, to-withdraw, open, ended."));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }
}
