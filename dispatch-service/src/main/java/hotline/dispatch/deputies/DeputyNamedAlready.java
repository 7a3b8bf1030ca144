package hotline.dispatch.deputies;

import hotline.access.IllegalMove;

/** The same person stands in for the same leader in some of that time already. */
public final class DeputyNamedAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  DeputyNamedAlready() {
    super(
        "deputy-named-already",
        "您已指定此人在这段时间内代班，请刷新查看，或先结束原来的代班。",
        "You have named this person for some of that time already. Reload, or end that first.");
  }
}
