package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EventType;

/** The case has gone on: what was asked for does not fit its status any more. */
public class CaseMoveRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  CaseMoveRefused(CaseStatus status, EventType event) {
    super(
        "工单现为“" + status.zh() + "”，不能" + event.zh() + "。请刷新查看最新状态。",
        "The case is \""
            + status.en()
            + "\" now, which does not allow this. Refresh to see where it stands.");
    with("caseStatus", status.name());
  }
}
