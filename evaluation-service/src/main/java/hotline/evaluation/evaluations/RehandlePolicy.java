package hotline.evaluation.evaluations;

import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.DissatisfactionReason;

/**
 * Whether a rating sends the case back to its unit: only for a reason on the unit's side, and only
 * while a round is left. What is unknown never does.
 *
 * @param maxRehandles further rounds after the first
 */
public record RehandlePolicy(int maxRehandles) {

  /**
   * @param rehandled whether such a case is handled again at all
   */
  public Decision decide(boolean rehandled, int round, Rating rating) {
    return rehandled && theUnitFailed(rating) && leavesARoundAfter(round)
        ? Decision.REHANDLE
        : Decision.CLOSED;
  }

  /** Whether another round may follow this one without a supervisor. */
  public boolean leavesARoundAfter(int round) {
    return round <= maxRehandles;
  }

  /**
   * Why the case is closed, when it is. Where no round was to come none has been used up: it is
   * closed with the rating as it is.
   */
  public ClosedBy closedBy(boolean rehandled, Rating rating) {
    if (theUnitFailed(rating)) {
      return rehandled ? ClosedBy.ROUNDS_EXHAUSTED : ClosedBy.EVALUATED;
    }
    return rating.dissatisfied() ? ClosedBy.NOT_UNIT_SIDE : ClosedBy.EVALUATED;
  }

  private static boolean theUnitFailed(Rating rating) {
    return rating.dissatisfied() && rating.reason() == DissatisfactionReason.UNIT;
  }
}
