package hotline.dispatch.supervision;

import hotline.access.Invalid;
import java.util.Arrays;

/** A list of supervision orders; its number and its rows are the same question. */
enum OrderTab {
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
                    "没有这个标签页。可选：to-answer、to-judge、overdue、open、closed。",
                    "There is no such tab. Possible: to-answer, to-judge, overdue, open, closed."));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }
}
