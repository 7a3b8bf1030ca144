package hotline.dispatch.disputes;

import hotline.access.IllegalMove;

/** Returns alone are no ground yet. */
public final class TooFewReturns extends IllegalMove {

  private static final long serialVersionUID = 1L;

  TooFewReturns(int asked, int after) {
    super(
        "too-few-returns",
        "该工单只申请过 "
            + asked
            + " 次退单，满 "
            + after
            + " 次才能以“多次申请退单”召集会商。如涉及多个单位职责，请选择“职责交叉”；否则请同意或驳回退单。",
        "The case was asked to be returned "
            + asked
            + " time(s); from "
            + after
            + " on that alone is a ground. If duties of several units cross, choose that; otherwise grant or refuse the return.");
    with("returnsAsked", asked);
    with("disputeAfter", after);
  }
}
