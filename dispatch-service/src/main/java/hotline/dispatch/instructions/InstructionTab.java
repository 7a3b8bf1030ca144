package hotline.dispatch.instructions;

import hotline.dispatch.lists.ListTab;

/** A list of instructions; its number and its rows are the same question. */
enum InstructionTab implements ListTab {
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
    return ListTab.of(wireName, TO_READ);
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
