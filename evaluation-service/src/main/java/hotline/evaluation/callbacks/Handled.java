package hotline.evaluation.callbacks;

import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.CaseAnsweredDirect;

/** Who answered the citizen, and in which round: what a callback asks about. */
record Handled(int round, String unitId, String unitPath) {

  /** Before the first round of a unit. */
  static final int DIRECTLY = 0;

  static Handled of(AssignmentCompleted completed) {
    return new Handled(completed.round(), completed.unitId(), completed.unitPath());
  }

  static Handled of(CaseAnsweredDirect answered) {
    return new Handled(DIRECTLY, answered.unitId(), answered.unitPath());
  }
}
