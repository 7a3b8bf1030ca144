package hotline.dispatch.requests;

import hotline.access.Violations;
import hotline.lifecycle.RequestRefusal;

/**
 * What the centre decides about a request; a refusal needs its reason.
 *
 * @param toUnitId of a granted return: the unit that gets the case at once
 */
public record DecisionEntry(
    Verdict decision, RequestRefusal refusal, String comment, String toUnitId) {

  private static final int LONGEST_COMMENT = 2_000;

  /** Yes or no. */
  public enum Verdict {
    GRANT,
    REFUSE
  }

  public boolean grants() {
    return decision == Verdict.GRANT;
  }

  /** Every decision but that about a return leaves the task where it is. */
  public void check() {
    checked()
        .require(
            toUnitId == null,
            "toUnitId",
            "not-expected",
            "只有同意退单时才能指定承办单位。",
            "A unit is named only with a granted return.")
        .throwIfAny();
  }

  void checkOfReturn() {
    checked()
        .require(
            decision != Verdict.REFUSE || toUnitId == null,
            "toUnitId",
            "not-expected",
            "只有同意退单时才能指定承办单位。",
            "A unit is named only with a granted return.")
        .throwIfAny();
  }

  private Violations checked() {
    return new Violations()
        .require(
            decision != null,
            "decision",
            "required",
            "请选择批准（GRANT）或驳回（REFUSE）。",
            "Decide: GRANT or REFUSE.")
        .require(
            decision != Verdict.REFUSE || refusal != null,
            "refusal",
            "required",
            "驳回须选择原因。",
            "A refusal needs its reason.")
        .require(
            decision != Verdict.GRANT || refusal == null,
            "refusal",
            "not-expected",
            "批准时不填写驳回原因。",
            "A granted request has no reason of refusal.")
        .atMost(comment, LONGEST_COMMENT, "comment");
  }
}
