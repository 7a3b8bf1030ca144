package hotline.evaluation.archiving;

import hotline.access.Violations;
import hotline.lifecycle.LegalHoldReason;

/**
 * What a supervisor writes to hold a case.
 *
 * @param reference such as the number of the lawsuit or of the letter that asks for it
 */
record HoldOrder(LegalHoldReason reason, String reference, String explanation) {

  static final int LONGEST = 2000;
  static final int LONGEST_REFERENCE = 100;

  /** The form, if it is whole. */
  static HoldOrder of(LegalHoldReason reason, String reference, String explanation) {
    new Violations()
        .require(reason != null, "reason", "required", "请选择原因。", "Choose a reason.")
        .required(reference, "reference")
        .atMost(reference, LONGEST_REFERENCE, "reference")
        .required(explanation, "explanation")
        .atMost(explanation, LONGEST, "explanation")
        .throwIfAny();
    return new HoldOrder(reason, reference.strip(), explanation.strip());
  }
}
