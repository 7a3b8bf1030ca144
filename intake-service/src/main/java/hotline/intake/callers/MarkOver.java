package hotline.intake.callers;

import hotline.access.IllegalMove;

/** The mark is not one any more that this can be done with. */
public class MarkOver extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private MarkOver(String zh, String en) {
    super("mark-over", zh, en);
  }

  static MarkOver decided() {
    return new MarkOver(
        "该标记已有处理结果或已过期，请刷新列表。", "It was decided already, or has lapsed; load the list again.");
  }

  static MarkOver ended() {
    return new MarkOver("该标记已解除或已到期。", "This mark was lifted already, or has ended.");
  }
}
