package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.TransferTarget;

/** What the state of a transfer does not allow. */
public class TransferNotAllowed extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private TransferNotAllowed(String zh, String en) {
    super("transfer-acknowledged", zh, en);
  }

  /** The body outside has it: what is new about it is told there. */
  static TransferNotAllowed acknowledged(TransferTarget by) {
    return new TransferNotAllowed(
        "该诉求已由" + by.zh() + "接收，本热线不再办理。请直接向对方查询或补充。",
        by.en() + " has taken this request over; ask there, or tell what is new there.");
  }
}
