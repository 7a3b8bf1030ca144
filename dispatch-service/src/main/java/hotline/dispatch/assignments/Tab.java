package hotline.dispatch.assignments;

import hotline.access.Invalid;
import java.util.Arrays;

/**
 * A tab of the inbox; each says its rows as SQL, so that its number and its rows are the same
 * question.
 */
enum Tab {
  TO_SIGN("to-sign", "a.ended_at is null and a.status = 'PENDING_SIGN'", true),
  TO_CONTACT("to-contact", "a.ended_at is null and a.status = 'SIGNED'", true),
  TO_REPLY(
      "to-reply",
      "a.ended_at is null and a.status in ('CONTACTED', 'HANDLING', 'SUBDISPATCHED', 'REPLY_REJECTED')",
      true),
  /** Waits for the centre, or for the end of a hold. */
  WAITING("waiting", "a.ended_at is null and a.status in ('RETURN_REQUESTED', 'HELD')", true),
  UNDER_REVIEW("under-review", "a.ended_at is null and a.status = 'REPLY_SUBMITTED'", true),
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
    if (wireName == null || wireName.isBlank()) {
      return ALL;
    }
    return Arrays.stream(values())
        .filter(tab -> tab.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "没有这个标签页。可选：to-sign、to-contact、to-reply、waiting、under-review、done、overdue、all。",
                    "There is no such tab. Possible: to-sign, to-contact, to-reply, waiting, under-review,"
                        + " done, overdue, all."));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }

  /** Open tabs are sorted by the next due time, the ledgers by age, newest first. */
  boolean open() {
    return open;
  }
}
