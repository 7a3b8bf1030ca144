package hotline.dispatch.supervision;

import hotline.access.IllegalMove;
import hotline.lifecycle.SupervisionLevel;

/** The same card is not shown twice for the same matter while the first is out. */
public final class OrderOpenAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  OrderOpenAlready(SupervisionLevel level, String orderNo) {
    super(
        "order-open-already",
        "该单位此件已有未销号的" + level.zh() + "（" + orderNo + "）。可提高级别，或待其销号后再发。",
        "The unit already has an open "
            + level.en().toLowerCase(java.util.Locale.ROOT)
            + " for this case ("
            + orderNo
            + "). Raise the level, or wait until it is closed.");
    with("orderNo", orderNo);
  }
}
