package hotline.dispatch.notices;

import hotline.dispatch.lists.ListTab;

/** A list of copies; its number and its rows are the same question. */
enum SheetTab implements ListTab {
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
    return ListTab.of(wireName, TO_RECEIPT);
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
