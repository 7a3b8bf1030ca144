package hotline.evaluation.archiving;

import hotline.access.IllegalMove;
import java.time.Instant;

/** The hold stands no more: nothing is left to lift. */
final class HoldLifted extends IllegalMove {

  private static final long serialVersionUID = 1L;

  HoldLifted(Instant at) {
    super(
        "hold-lifted-already",
        "该法律保留已解除，不能再次解除。请刷新查看。",
        "This legal hold was lifted already. Refresh to see it.");
    with("liftedAt", at.toString());
  }
}
