package hotline.evaluation.scoring;

import hotline.access.Violations;

/**
 * What a unit writes.
 *
 * @param reason an {@code ExclusionReason} or an {@code AppealGround}
 */
record Asking(ScoreRequestKind kind, String reason, String explanation, String evidence) {

  static final int LONGEST = 2000;

  /** The form, if it is whole. */
  static Asking of(ScoreRequestKind kind, Enum<?> reason, String explanation, String evidence) {
    new Violations()
        .require(reason != null, "reason", "required", "请选择原因。", "Choose a reason.")
        .required(explanation, "explanation")
        .atMost(explanation, LONGEST, "explanation")
        .required(evidence, "evidence")
        .atMost(evidence, LONGEST, "evidence")
        .throwIfAny();
    return new Asking(kind, reason.name(), explanation.strip(), evidence.strip());
  }
}
