package hotline.dispatch.instructions;

import hotline.access.IllegalMove;

/** The unit's part is in a status in which this act is not possible. */
public final class ReceiptNotReady extends IllegalMove {

  private static final long serialVersionUID = 1L;

  ReceiptNotReady(ReceiptStatus status, ReceiptAct act) {
    super(
        "批示件当前为“" + status.zh() + "”，不能" + act.zh() + "。请刷新后查看。",
        "The instruction is \""
            + status.en()
            + "\" now, so this is not possible: "
            + act.en()
            + ". Refresh to see it.");
    with("receiptStatus", status.name());
  }
}
