package hotline.dispatch.disputes;

import hotline.dispatch.lists.ListTab;

/** A list of disputes; its number and its rows are the same question. */
enum DisputeTab implements ListTab {
  OPEN("open", "d.state = 'OPEN'"),
  /** The centre did not rule within its limit. */
  OVERDUE("overdue", "d.state = 'OPEN' and d.opened_at < :cut"),
  RULED("ruled", "d.state = 'RULED'"),
  /** Without a ruling. */
  ENDED("ended", "d.state = 'ENDED'");

  private final String wireName;
  private final String condition;

  DisputeTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static DisputeTab of(String wireName) {
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
