package hotline.intake.cases;

import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.RatedVia;

/** Where the rating stands that a citizen gives without being called (自助评价). */
public enum OwnRating {
  /** Nothing is to be rated, and nothing is to be said about it. */
  NONE,
  /** An answer waits for its rating. */
  OPEN,
  /** The citizen has rated; evaluation has not answered yet. */
  RECEIVED,
  /** The citizen's own rating is the result of that round. */
  COUNTED,
  /** It crossed the call: what the citizen told the agent is the result. */
  CROSSED_CALL,
  /** It crossed the end of the callback: that round has no rating. */
  CROSSED_END;

  /** What the log says instead of a {@link RatedVia} of a round that ended in silence. */
  public static final String SILENCE = "NONE";

  /**
   * @param callbackRound the round whose callback is open; null for none
   * @param ratedRound the last one that the citizen rated here; null for none
   * @param recordedRound the last one that has its result; null for none
   * @param recordedVia how that was given
   */
  static OwnRating of(
      CaseStatus status,
      Integer callbackRound,
      Integer ratedRound,
      Integer recordedRound,
      String recordedVia) {
    boolean waits = status == CaseStatus.PENDING_CALLBACK || status == CaseStatus.ANSWERED_DIRECT;
    if (callbackRound != null && waits) {
      return callbackRound.equals(ratedRound) ? RECEIVED : OPEN;
    }
    if (ratedRound == null || !ratedRound.equals(recordedRound)) {
      return NONE;
    }
    if (RatedVia.SELF_SERVICE.name().equals(recordedVia)
        || RatedVia.SMS.name().equals(recordedVia)) {
      return COUNTED;
    }
    return SILENCE.equals(recordedVia) ? CROSSED_END : CROSSED_CALL;
  }

  boolean waits() {
    return this == OPEN;
  }

  /** Where no result of the own round tells that it was rated here. */
  public boolean isToldByItself() {
    return this == RECEIVED || this == CROSSED_CALL || this == CROSSED_END;
  }

  /** The citizen has said it of this round, whatever came of it. */
  boolean refusesAnother() {
    return this != OPEN && this != NONE;
  }
}
