package hotline.dispatch.assignments;

import hotline.dispatch.lists.ListTab;

/**
 * A tab of the inbox; each says its rows as SQL, so that its number and its rows are the same
 * question.
 */
enum Tab implements ListTab {
  TO_SIGN("to-sign", "a.ended_at is null and a.status = 'PENDING_SIGN'", true),
  TO_CONTACT("to-contact", "a.ended_at is null and a.status = 'SIGNED'", true),
  TO_REPLY(
      "to-reply",
      "a.ended_at is null and a.status in ('CONTACTED', 'HANDLING', 'SUBDISPATCHED',"
          + " 'REPLY_REJECTED')",
      true),
  /**
   * Something waits for the signature of the unit's leader, also where the clock of the reply runs.
   */
  TO_ENDORSE("to-endorse", "a.ended_at is null and a.draft_act is not null", true),
  /** The lead unit has urged it, and it has something to do. */
  URGED_BY_LEAD(
      "urged-by-lead",
      "a.ended_at is null and a.co_urges > 0"
          + " and a.status not in ('REPLY_SUBMITTED', 'RETURN_REQUESTED', 'HELD')",
      true),
  /** Waits for the centre, or for the end of a hold. */
  WAITING("waiting", "a.ended_at is null and a.status in ('RETURN_REQUESTED', 'HELD')", true),
  /** The units confer whose duty it is; this one acts first, from where it stands. */
  IN_DISPUTE("in-dispute", "a.ended_at is null and a.status = 'IN_DISPUTE'", true),
  UNDER_REVIEW(
      "under-review",
      "a.ended_at is null and a.status = 'REPLY_SUBMITTED' and a.parent_id is null",
      true),
  /** Parts that wait for the unit above: their replies, and what they give back. */
  HANDED_UP(
      "handed-up",
      "a.ended_at is null and a.status in ('REPLY_SUBMITTED', 'RETURN_REQUESTED')"
          + " and a.parent_id is not null",
      true),
  /** A clock runs and its due time has passed; under review and on hold none runs. */
  OVERDUE(
      "overdue",
      "a.ended_at is null and a.status not in ('REPLY_SUBMITTED', 'HELD') and a.next_due < :now",
      true),
  DONE("done", "a.ended_at is not null", false),
  ALL("all", "true", false);

  private final String wireName;
  private final String condition;
  private final boolean open;

  Tab(String wireName, String condition, boolean open) {
    this.wireName = wireName;
    this.condition = condition;
    this.open = open;
  }

  static Tab of(String wireName) {
    return ListTab.of(wireName, ALL);
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public String condition() {
    return condition;
  }

  /** Open tabs are sorted by the next due time, the ledgers by age, newest first. */
  boolean open() {
    return open;
  }
}
