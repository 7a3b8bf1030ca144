package hotline.dispatch.owners;

import hotline.access.IllegalMove;

/** The owned case is in a status in which this act is not possible. */
public final class OwnershipNotReady extends IllegalMove {

  private static final long serialVersionUID = 1L;

  OwnershipNotReady(OwnershipStatus status, OwnershipAct act) {
    super(
        "该包案当前为“" + status.zh() + "”，不能" + act.zh() + "。请刷新后查看。",
        "The owned case is \""
            + status.en()
            + "\" now, so this is not possible: "
            + act.en()
            + ". Refresh to see it.");
    with("ownershipStatus", status.name());
  }
}
