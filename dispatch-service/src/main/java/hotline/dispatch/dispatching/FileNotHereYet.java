package hotline.dispatch.dispatching;

import hotline.access.IllegalMove;

/** Without the case file nobody knows which unit is complained about. */
public final class FileNotHereYet extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public FileNotHereYet() {
    super(
        "case-file-not-here",
        "工单内容尚未送达，暂不能派单或并单。请稍候几秒再试。",
        "The text of the case has not arrived yet; it cannot be dispatched or merged before. Try again"
            + " in a few seconds.");
    withHeader("Retry-After", "2");
  }
}
