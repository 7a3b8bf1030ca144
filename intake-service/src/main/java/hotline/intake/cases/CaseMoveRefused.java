package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EventType;

/** The case has gone on: what was asked for does not fit its status any more. */
public class CaseMoveRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  CaseMoveRefused(CaseStatus status, EventType event) {
    super(zh(status, event), en(status));
    with("caseStatus", status.name());
  }

  // Nothing brings an archived case back: what is left is a new one.
  private static String zh(CaseStatus status, EventType event) {
    return status == CaseStatus.ARCHIVED
        ? "工单已归档，不能" + event.zh() + "，内容不再变动。如问题仍在，请登记新的诉求并写明原工单编号。"
        : "工单现为“" + status.zh() + "”，不能" + event.zh() + "。请刷新查看最新状态。";
  }

  private static String en(CaseStatus status) {
    return status == CaseStatus.ARCHIVED
        ? "The case is archived and stays as it is. If the problem is still there, register it anew and"
            + " give the number of this case."
        : "The case is \""
            + status.en()
            + "\" now, which does not allow this. Refresh to see where it stands.";
  }
}
