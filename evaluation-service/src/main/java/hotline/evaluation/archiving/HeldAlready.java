package hotline.evaluation.archiving;

import hotline.access.IllegalMove;

/** The case is held under the same reference. */
final class HeldAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  HeldAlready() {
    super(
        "held-already",
        "该工单已以同一文号设立法律保留。如另有诉讼或调查，请填写其自己的文号。",
        "The case is held under this reference already. Give another lawsuit or investigation its own"
            + " reference.");
  }
}
