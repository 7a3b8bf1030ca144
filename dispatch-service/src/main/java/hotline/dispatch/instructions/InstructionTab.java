package hotline.dispatch.instructions;

import hotline.access.Invalid;
import java.util.Arrays;

/** A list of instructions; its number and its rows are the same question. */
enum InstructionTab {
  TO_READ("to-read", "u.status = 'TO_READ'"),
  TO_ANSWER("to-answer", "u.status in ('TO_ANSWER', 'SENT_BACK')"),
  TO_ACCEPT("to-accept", "u.status = 'ANSWERED'"),
  OVERDUE(
      "overdue",
      "u.duty = 'ANSWER' and u.status in ('TO_READ', 'TO_ANSWER', 'SENT_BACK')"
          + " and u.due_at < :now"),
  DONE("done", "u.done_at is not null");

  private final String wireName;
  private final String condition;

  InstructionTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static InstructionTab of(String wireName) {
    if (wireName == null || wireName.isBlank()) {
      return TO_READ;
    }
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "没有这个标签页。可选：to-read、to-answer、to-accept、overdue、done。",
                    "There is no such tab. Possible: to-read, to-answer, to-accept, overdue,"
                        + " done."));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }
}
