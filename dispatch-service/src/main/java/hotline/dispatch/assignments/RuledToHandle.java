package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import hotline.dispatch.cases.CaseDisputes;

/** It was ruled whose duty a case is: who was named does not give it back any more. */
public final class RuledToHandle extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public RuledToHandle(CaseDisputes disputes) {
    super(
        "ruled-to-handle",
        "该工单第 "
            + disputes.rulingNo()
            + " 次会商已于 "
            + CityTime.zh(disputes.ruledAt())
            + " 裁定由本单位承办，不能再退单。如情况有变，请联系热线中心改派。",
        "The ruling of dispute "
            + disputes.rulingNo()
            + " of this case, of "
            + CityTime.en(disputes.ruledAt())
            + ", names this unit, so it cannot be returned. If things have changed, ask the hotline centre to reassign it.");
    with("disputeNo", disputes.rulingNo());
  }
}
