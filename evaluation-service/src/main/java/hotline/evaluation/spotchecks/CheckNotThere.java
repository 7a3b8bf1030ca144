package hotline.evaluation.spotchecks;

import hotline.access.IllegalMove;

/** What is to be reported or confirmed does not wait for that. */
final class CheckNotThere extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private CheckNotThere(SpotCheckStatus status, String zh, String en) {
    super("spot-check-moved-on", zh, en);
    with("checkStatus", status.name());
  }

  static CheckNotThere toCheck(SpotCheckStatus status) {
    return new CheckNotThere(
        status,
        "该核查任务已提交结果，或已结束（工单重开时自动结束）。请刷新查看。",
        "This check was reported already, or has ended, as it does when its case is reopened. Refresh to"
            + " see it.");
  }

  static CheckNotThere toConfirm(SpotCheckStatus status) {
    return new CheckNotThere(
        status,
        "该核查任务没有待确认的结果，可能已被确认或退回。请刷新查看。",
        "No report of this check waits: it was confirmed or sent back. Refresh to see it.");
  }
}
