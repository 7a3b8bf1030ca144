package hotline.dispatch.reviews;

import hotline.access.Violations;
import hotline.dispatch.assignments.Reply.Decision;
import hotline.lifecycle.ReplyRejection;

/** What the reviewer decides; a rejection needs its reason. */
public record ReviewEntry(Decision decision, ReplyRejection reason, String comment) {

  private static final int LONGEST_COMMENT = 2_000;

  public void check() {
    new Violations()
        .require(
            decision != null,
            "decision",
            "required",
            "请选择通过（PASS）或驳回（REJECT）。",
            "Decide: PASS or REJECT.")
        .require(
            decision != Decision.REJECT || reason != null,
            "reason",
            "required",
            "驳回须选择原因。",
            "A rejection needs its reason.")
        .require(
            decision != Decision.PASS || reason == null,
            "reason",
            "not-expected",
            "通过时不填写驳回原因。",
            "A passed reply has no reason of rejection.")
        .atMost(comment, LONGEST_COMMENT, "comment")
        .throwIfAny();
  }
}
