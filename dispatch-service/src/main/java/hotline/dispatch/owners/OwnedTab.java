package hotline.dispatch.owners;

import hotline.dispatch.lists.ListTab;

/** A list of owned cases; its number and its rows are the same question. */
enum OwnedTab implements ListTab {
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
    return ListTab.of(wireName, MINE);
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
