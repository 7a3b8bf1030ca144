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
    /** The gateway is busy, or did not answer. */
    LATER,
    /** The connection is gone. */
    LOST,
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

  static Submission refused(String reason) {
    return new Submission(Answer.REFUSED, null, reason);
  }
}
