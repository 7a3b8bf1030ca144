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

  public Decision decide(int round, Rating rating) {
    return theUnitFailed(rating) && round <= maxRehandles ? Decision.REHANDLE : Decision.CLOSED;
  }

  /** Why the case is closed, when it is. */
  public ClosedBy closedBy(Rating rating) {
    if (theUnitFailed(rating)) {
      return ClosedBy.ROUNDS_EXHAUSTED;
    }
    return rating.dissatisfied() ? ClosedBy.NOT_UNIT_SIDE : ClosedBy.EVALUATED;
  }

  private static boolean theUnitFailed(Rating rating) {
    return rating.dissatisfied() && rating.reason() == DissatisfactionReason.UNIT;
  }
}
