package hotline.intake.cases;

import hotline.access.IllegalMove;

/** Why a refusal may not be proposed or decided. */
public class RefusalNotAllowed extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private RefusalNotAllowed(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  /**
   * Whoever reports a danger to life and whatever else is wrong with the request: it is handled.
   */
  static RefusalNotAllowed dangerToLife() {
    return new RefusalNotAllowed(
        "danger-to-life",
        "特急工单涉及生命财产安全，不得不予受理。请立即受理或转 110、119、120 等。",
        "A critical case concerns life or property: it is never refused. Accept it, or hand it to"
            + " 110, 119 or 120 at once.");
  }

  static RefusalNotAllowed waitsAlready() {
    return new RefusalNotAllowed(
        "refusal-waits",
        "该工单已有不予受理意见待复核。请由另一人确认或退回后再提。",
        "A refusal of this case waits for the second person already; let it be confirmed or sent"
            + " back first.");
  }

  static RefusalNotAllowed noneWaits() {
    return new RefusalNotAllowed(
        "no-refusal-waits",
        "该工单没有待复核的不予受理意见，可能已被确认、退回或受理。请刷新查看。",
        "No refusal of this case waits: it was confirmed, sent back or the case was accepted."
            + " Refresh to see it.");
  }
}
