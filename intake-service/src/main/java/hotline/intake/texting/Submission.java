package hotline.intake.texting;

/**
 * What the gateway answered to a message.
 *
 * @param gatewayId its name for the message; null unless accepted
 * @param reason a code such as {@code SMPP_0000000B}; null when accepted
 */
record Submission(Answer answer, String gatewayId, String reason) {

  /** What is to follow. */
  enum Answer {
    /** The gateway has it. */
    ACCEPTED,
    /** The gateway is busy. */
    LATER,
    /** The connection is gone, and it was not handed over. */
    LOST,
    /** It was handed over and not answered: the gateway may have it or not. */
    UNANSWERED,
    /** It will never take it. */
    REFUSED
  }

  static Submission accepted(String gatewayId) {
    return new Submission(Answer.ACCEPTED, gatewayId, null);
  }

  static Submission later(String reason) {
    return new Submission(Answer.LATER, null, reason);
  }

  static Submission lost() {
    return new Submission(Answer.LOST, null, "CONNECTION_LOST");
  }

  static Submission unanswered() {
    return new Submission(Answer.UNANSWERED, null, "NO_ANSWER");
  }

  static Submission refused(String reason) {
    return new Submission(Answer.REFUSED, null, reason);
  }
}
