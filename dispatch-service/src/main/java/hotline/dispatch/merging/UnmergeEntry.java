package hotline.dispatch.merging;

import hotline.access.Violations;
import hotline.lifecycle.UnmergeReason;

/** Why a merged case goes its own way again. */
public record UnmergeEntry(UnmergeReason reason, String note) {

  void check() {
    new Violations()
        .require(reason != null, "reason", "required", "请选择撤销并单的原因。", "Say why it is unmerged.")
        .require(
            reason != UnmergeReason.MAIN_ENDED && reason != UnmergeReason.PROTECTED,
            "reason",
            "not-by-hand",
            "该原因由系统填写，请选择其他原因。",
            "The system gives this reason; choose another one.")
        .atMost(note, MergeEntry.LONGEST_NOTE, "note")
        .throwIfAny();
  }
}
