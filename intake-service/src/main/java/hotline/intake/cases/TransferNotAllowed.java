package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.TransferTarget;

/** What the state of a transfer does not allow. */
public class TransferNotAllowed extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private TransferNotAllowed(String type, String zh, String en) {
    super(type, zh, en);
  }

  /** The body outside has it: what is new about it is told there. */
  static TransferNotAllowed acknowledged(TransferTarget by) {
    return new TransferNotAllowed(
        "transfer-acknowledged",
        "该诉求已由" + by.zh() + "接收，本热线不再办理。请直接向对方查询或补充。",
        by.en() + " has taken this request over; ask there, or tell what is new there.");
  }

  /** It is decided anew once what its units had is over: they may still be acting on it. */
  static TransferNotAllowed tasksOpen() {
    return new TransferNotAllowed(
        "transfer-not-yet-heard",
        "承办单位的任务尚未因转出而终止，暂不能登记对方不接收。请稍候片刻再登记；如一直不行，请联系系统管理员。",
        "The tasks of the units have not ended with the transfer yet. Record it again in a moment; if it stays"
            + " so, tell the system administrator.");
  }
}
