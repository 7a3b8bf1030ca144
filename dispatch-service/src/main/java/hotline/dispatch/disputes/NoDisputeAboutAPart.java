package hotline.dispatch.disputes;

import hotline.access.IllegalMove;

/** A dispute is about who leads; a co-handler that wants to leave is decided about at once. */
public final class NoDisputeAboutAPart extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NoDisputeAboutAPart() {
    super(
        "no-dispute-about-a-part",
        "会商只确定主办单位。协办单位的退单申请请直接同意或驳回。",
        "The units confer only about who leads. Grant or refuse the return of a co-handler.");
  }
}
