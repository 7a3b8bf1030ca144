package hotline.dispatch.notices;

import hotline.dispatch.lists.ListTab;

/** A list of notices; its number and its rows are the same question. */
enum NoticeTab implements ListTab {
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
    return ListTab.of(wireName, OPEN);
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public String condition() {
    return condition;
  }
}
