package hotline.evaluation.spotchecks;

import hotline.access.IllegalMove;

/** What is to be reported or confirmed does not wait for that. */
final class CheckNotThere extends IllegalMove {

  private static final long serialVersionUID = 1L;
  private static final String MOVED_ON = "spot-check-moved-on";

  private CheckNotThere(String slug, SpotCheckStatus status, String zh, String en) {
    super(slug, zh, en);
    with("checkStatus", status.name());
  }

  /** Whoever reports has taken it before: so two do not go there. */
  static CheckNotThere untilTaken(SpotCheckStatus status) {
    return new CheckNotThere(
        "not-the-checker",
        status,
        "该核查任务不在您名下。请先领取，再填写核查结果。",
        "This check is not yours. Take it first, then say what you found.");
  }

  static CheckNotThere toCheck(SpotCheckStatus status) {
    return new CheckNotThere(
        MOVED_ON,
        status,
        "该核查任务已提交结果，或已结束（工单重开或逾期未核查时自动结束）。请刷新查看。",
        "This check was reported already, or has ended, as it does when its case is reopened or its time"
            + " is over. Refresh to see it.");
  }

  static CheckNotThere toConfirm(SpotCheckStatus status) {
    return new CheckNotThere(
        MOVED_ON,
        status,
        "该核查任务没有待确认的结果，可能已被确认或退回。请刷新查看。",
        "No report of this check waits: it was confirmed or sent back. Refresh to see it.");
  }
}
