package hotline.dispatch.notices;

import hotline.access.IllegalMove;

/** The notice is in a status in which this act is not possible. */
public final class NoticeNotReady extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NoticeNotReady(NoticeStatus status, NoticeAct act) {
    super(
        "责任单当前为“" + status.zh() + "”，不能" + act.zh() + "。请刷新后查看。",
        "The notice is \""
            + status.en()
            + "\" now, so this is not possible: "
            + act.en()
            + ". Refresh to see it.");
    with("noticeStatus", status.name());
  }
}
