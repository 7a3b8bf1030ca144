package hotline.dispatch.notices;

import hotline.access.IllegalMove;

/** A case has one notice at a time. */
public final class NoticeOpenAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NoticeOpenAlready(String noticeNo) {
    super(
        "notice-open-already",
        "该工单已有未办结的责任单（" + noticeNo + "）。请先办结，或说明原因撤回后再发。",
        "A notice about this case is out already ("
            + noticeNo
            + "). It has to end first, or be taken back with a reason.");
    with("noticeNo", noticeNo);
  }
}
