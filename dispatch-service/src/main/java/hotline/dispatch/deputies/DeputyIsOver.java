package hotline.dispatch.deputies;

import hotline.access.IllegalMove;

/** Nothing is left to be ended. */
public final class DeputyIsOver extends IllegalMove {

  private static final long serialVersionUID = 1L;

  DeputyIsOver() {
    super("deputy-is-over", "该代班已结束，请刷新查看。", "This is over already. Reload to see it.");
  }
}
