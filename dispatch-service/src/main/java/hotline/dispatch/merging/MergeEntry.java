package hotline.dispatch.merging;

import hotline.access.Violations;
import hotline.lifecycle.MergeReason;

/**
 * What the dispatcher decides.
 *
 * @param mainCaseNo printed number of the case that is handled
 */
public record MergeEntry(String mainCaseNo, MergeReason reason, String note) {

  static final int LONGEST_NOTE = 500;

  void check() {
    new Violations()
        .required(mainCaseNo, "mainCaseNo")
        .require(
            reason != null, "reason", "required", "请选择并单原因。", "Say why the two are one matter.")
        .atMost(note, LONGEST_NOTE, "note")
        .throwIfAny();
  }
}
