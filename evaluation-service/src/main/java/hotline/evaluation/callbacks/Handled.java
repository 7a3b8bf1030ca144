package hotline.evaluation.callbacks;

import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;

/**
 * Who answered the citizen, and in which round: what a callback asks about.
 *
 * @param withMain whether the reply to another case answered this one (并单)
 */
record Handled(int round, String unitId, String unitPath, boolean withMain) {

  /** Before the first round of a unit. */
  static final int DIRECTLY = 0;

  static Handled of(AssignmentCompleted completed) {
    return new Handled(completed.round(), completed.unitId(), completed.unitPath(), false);
  }

  static Handled of(CaseAnsweredDirect answered) {
    return new Handled(DIRECTLY, answered.unitId(), answered.unitPath(), false);
  }

  static Handled of(CaseAnsweredWithMain answered) {
    return new Handled(answered.round(), answered.unitId(), answered.unitPath(), true);
  }
}
