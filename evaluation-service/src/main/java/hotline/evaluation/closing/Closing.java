package hotline.evaluation.closing;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackPolicy.Reopening;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.evaluations.Rating;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.Solved;

/** The final result (办结结果): that of the last round, beside that of the first. */
final class Closing {

  private Closing() {}

  /** Closed with what the citizen said. */
  static CaseClosed rated(
      HotlineCase closed, Callback last, ClosedBy closedBy, Reopening reopening) {
    Rating rating = last.rating();
    return new CaseClosed(
        closedBy,
        last.round(),
        last.unitId(),
        last.unitPath(),
        rating.responded(),
        rating.solved(),
        rating.satisfied(),
        rating.requestTrue(),
        closed.firstSolved(),
        closed.firstSatisfied(),
        reopening.until(),
        reopening.byCitizen());
  }

  /** Closed in silence: every answer is unknown, none is taken for satisfied. */
  static CaseClosed unreachable(HotlineCase closed, Callback last, Reopening reopening) {
    return new CaseClosed(
        ClosedBy.UNREACHABLE,
        last.round(),
        last.unitId(),
        last.unitPath(),
        Answer.UNKNOWN,
        Solved.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        closed.firstSolved(),
        closed.firstSatisfied(),
        reopening.until(),
        reopening.byCitizen());
  }
}
