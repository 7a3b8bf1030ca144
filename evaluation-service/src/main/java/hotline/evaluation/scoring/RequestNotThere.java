package hotline.evaluation.scoring;

import hotline.access.IllegalMove;

/** What is to be proposed or confirmed does not wait for that. */
final class RequestNotThere extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private RequestNotThere(ScoreRequestStatus status, String zh, String en) {
    super("score-request-moved-on", zh, en);
    with("requestStatus", status.name());
  }

  static RequestNotThere toReview(ScoreRequestStatus status) {
    return new RequestNotThere(
        status,
        "该申请已有审核意见，或已办结、已因工单重开终止。请刷新查看。",
        "This request has been reviewed, or has ended, or lapsed with a reopening. Refresh to see it.");
  }

  static RequestNotThere toConfirm(ScoreRequestStatus status) {
    return new RequestNotThere(
        status,
        "该申请没有待确认的审核意见，可能已被确认、退回，或已因工单重开终止。请刷新查看。",
        "No review of this request waits: it was confirmed or sent back, or the request lapsed with a"
            + " reopening. Refresh to see it.");
  }
}
