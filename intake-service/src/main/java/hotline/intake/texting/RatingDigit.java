package hotline.intake.texting;

import hotline.intake.cases.OwnRatingForm;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Solved;

/**
 * What a citizen says of a result with one digit. What it does not say is unknown, never good:
 * nobody is asked here whether a unit called or whether the request was true.
 */
enum RatingDigit {
  SOLVED('1', Solved.YES, Answer.YES, null),
  PARTLY('2', Solved.PARTLY, Answer.YES, null),
  NOT_DONE('3', Solved.NO, Answer.NO, DissatisfactionReason.UNIT),
  NOT_BY_POLICY('4', Solved.NOT_BY_POLICY, Answer.NO, DissatisfactionReason.POLICY),
  DISSATISFIED('5', Solved.UNKNOWN, Answer.NO, DissatisfactionReason.OTHER);

  private final char digit;
  private final Solved solved;
  private final Answer satisfied;
  private final DissatisfactionReason reason;

  RatingDigit(char digit, Solved solved, Answer satisfied, DissatisfactionReason reason) {
    this.digit = digit;
    this.solved = solved;
    this.satisfied = satisfied;
    this.reason = reason;
  }

  /** Null for a digit that says nothing. */
  static RatingDigit of(char typed) {
    for (RatingDigit one : values()) {
      if (one.digit == typed) {
        return one;
      }
    }
    return null;
  }

  boolean isGood() {
    return satisfied == Answer.YES;
  }

  /**
   * As the own page would ask it.
   *
   * @param words null for none
   */
  OwnRatingForm form(int round, String words) {
    return new OwnRatingForm(
        round, Answer.UNKNOWN, solved, satisfied, Answer.UNKNOWN, reason, words);
  }
}
