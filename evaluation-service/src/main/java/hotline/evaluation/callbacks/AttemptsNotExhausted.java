package hotline.evaluation.callbacks;

import hotline.access.IllegalMove;

/** The citizen may still be reached, or was. */
final class AttemptsNotExhausted extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private AttemptsNotExhausted(String zh, String en) {
    super("attempts-not-exhausted", zh, en);
  }

  static AttemptsNotExhausted becauseReached() {
    return new AttemptsNotExhausted(
        "已与诉求人接通，请登记评价；未回答的问题选“未知”。",
        "The citizen was reached: record the rating; a question without an answer is unknown.");
  }

  static AttemptsNotExhausted because(UnreachablePolicy policy, int made, int onDays) {
    return new AttemptsNotExhausted(
        "须在至少 %d 天内回访至少 %d 次均未接通，目前 %d 天 %d 次。"
            .formatted(policy.days(), policy.attempts(), onDays, made),
        "At least %d attempts on at least %d days must have failed; so far %d on %d."
            .formatted(policy.attempts(), policy.days(), made, onDays));
  }
}
