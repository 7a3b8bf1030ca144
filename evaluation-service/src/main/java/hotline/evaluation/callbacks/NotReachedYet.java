package hotline.evaluation.callbacks;

import hotline.access.IllegalMove;

/** There is no answer without someone who gave it. */
final class NotReachedYet extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NotReachedYet() {
    super(
        "not-reached-yet",
        "请先登记一次接通的回访，再登记评价。",
        "Record an attempt that reached the citizen first, then the rating.");
  }
}
