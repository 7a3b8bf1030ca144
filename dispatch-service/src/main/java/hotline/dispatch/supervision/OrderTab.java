package hotline.dispatch.supervision;

import hotline.dispatch.lists.ListTab;

/** A list of supervision orders; its number and its rows are the same question. */
enum OrderTab implements ListTab {
  TO_ANSWER("to-answer", "o.closed_at is null and o.status in ('ISSUED', 'SENT_BACK')"),
  TO_JUDGE("to-judge", "o.closed_at is null and o.status = 'ANSWERED'"),
  OVERDUE(
      "overdue", "o.closed_at is null and o.status in ('ISSUED', 'SENT_BACK') and o.due_at < :now"),
  OPEN("open", "o.closed_at is null"),
  CLOSED("closed", "o.closed_at is not null");

  private final String wireName;
  private final String condition;

  OrderTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static OrderTab of(String wireName) {
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
