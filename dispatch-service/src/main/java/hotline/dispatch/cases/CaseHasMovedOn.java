package hotline.dispatch.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.CaseStatus;

/** The case is in a status in which this cannot be done any more, or not yet. */
public final class CaseHasMovedOn extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public CaseHasMovedOn(CaseStatus status) {
    super(
        "工单当前状态为“" + status.zh() + "”，不能进行此操作。请刷新后查看。",
        "The case is \"" + status.en() + "\" now; this cannot be done. Refresh to see it.");
    with("caseStatus", status.name());
  }
}
