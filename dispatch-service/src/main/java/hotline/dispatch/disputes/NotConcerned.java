package hotline.dispatch.disputes;

import hotline.access.IllegalMove;

/** Only who was convened is heard. */
public final class NotConcerned extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NotConcerned(int disputeNo) {
    super(
        "not-concerned",
        "该单位未列入第 " + disputeNo + " 次会商的相关单位，不能提出意见。",
        "This unit was not convened in dispute " + disputeNo + " and is not asked for an opinion.");
    with("disputeNo", disputeNo);
  }
}
