package hotline.dispatch.dispatching;

import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.Coded;

/**
 * A round after another one, for the unit that had the case last.
 *
 * @param cause what led to it, as the first words of the explanation
 * @param reason null where a newer writer gave one that is not known here
 */
public record NextRound(int number, Sentence cause, Coded reason) {

  public static NextRound of(CaseRehandleOrdered order) {
    return new NextRound(
        order.round(), new Sentence("群众评价不满意", "The citizen is not satisfied"), order.reason());
  }

  public static NextRound of(CaseReopened reopened) {
    return new NextRound(
        reopened.round(),
        new Sentence("工单办结后重开", "The closed case was reopened"),
        reopened.reason());
  }
}
