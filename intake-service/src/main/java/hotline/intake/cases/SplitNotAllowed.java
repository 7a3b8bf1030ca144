package hotline.intake.cases;

import hotline.access.IllegalMove;

/** Why a case may not be split. */
public class SplitNotAllowed extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private SplitNotAllowed(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  /** Whoever confirms the refusal has read the request as a whole. */
  static SplitNotAllowed refusalWaits() {
    return new SplitNotAllowed(
        "split-refusal-waits",
        "该工单有不予受理意见待复核，不能拆分。请先退回该意见，再拆分。",
        "A refusal of this case waits for the second person, so it is not split. Let it be sent back"
            + " first.");
  }
}
