package hotline.dispatch.notices;

import hotline.access.IllegalMove;
import hotline.lifecycle.NoticeCopy;

/** The copy is in a status in which this act is not possible. */
public final class SheetNotReady extends IllegalMove {

  private static final long serialVersionUID = 1L;

  SheetNotReady(NoticeCopy copy, SheetStatus status, NoticeAct act) {
    super(
        copy.zh() + "当前为“" + status.zh() + "”，不能" + act.zh() + "。请刷新后查看。",
        "The copy \""
            + copy.en()
            + "\" is \""
            + status.en()
            + "\" now, so this is not possible: "
            + act.en()
            + ". Refresh to see it.");
    with("copy", copy.name());
    with("sheetStatus", status.name());
  }
}
