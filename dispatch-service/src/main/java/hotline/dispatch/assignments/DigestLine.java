package hotline.dispatch.assignments;

/**
 * What the clerks of a unit are told of a day at one glance; where a tab of the inbox has the same
 * name it is the same question.
 */
enum DigestLine {
  /** 新派: came today, and still open. */
  NEW_TODAY("a.created_at >= :dayBegins"),
  TO_SIGN(Tab.TO_SIGN.condition()),
  /** 今日到期: a clock runs, and its due time is still to come today. */
  DUE_TODAY(
      "a.status not in ('REPLY_SUBMITTED', 'HELD') and a.next_due >= :now"
          + " and a.next_due < :dayEnds"),
  OVERDUE(Tab.OVERDUE.condition()),
  /** 被退回: a reply that the reviewer or the unit above has sent back. */
  SENT_BACK("a.status = 'REPLY_REJECTED'");

  private final String condition;

  DigestLine(String condition) {
    this.condition = condition;
  }

  /** Of an assignment {@code a} that is open. */
  String condition() {
    return condition;
  }
}
