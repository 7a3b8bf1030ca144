package hotline.intake.cases;

import hotline.access.Violations;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;

/**
 * What a citizen says of the answer; who does not know chooses UNKNOWN, nothing is left out.
 *
 * @param round of which the citizen read the answer
 */
public record OwnRatingForm(
    Integer round,
    Answer responded,
    Solved solved,
    Answer satisfied,
    Answer requestTrue,
    DissatisfactionReason reason,
    String verbatim) {

  public static final int LONGEST_VERBATIM = 2_000;

  /** The same form with its words read, if it is whole. */
  OwnRatingForm checked() {
    Violations violations = new Violations();
    violations.require(
        round != null,
        "round",
        "required",
        "请填写所评价的办理轮次：查询结果中的 rating.round。",
        "Say which round is rated: rating.round of what the case was shown with.");
    answered(violations, responded, "responded");
    answered(violations, solved, "solved");
    answered(violations, satisfied, "satisfied");
    answered(violations, requestTrue, "requestTrue");
    boolean asksForReason = DissatisfactionReason.belongsTo(solved, satisfied);
    violations.require(
        !asksForReason || reason != null,
        "reason",
        "required",
        "未解决或不满意时，请选择原因。",
        "Say why, when it is not solved or you are not satisfied.");
    violations.require(
        asksForReason || reason == null,
        "reason",
        "not-applicable",
        "已解决且满意时不填原因。",
        "There is no reason of dissatisfaction without dissatisfaction.");
    String words = FormText.read(violations, verbatim, LONGEST_VERBATIM, "verbatim");
    violations.throwIfAny();
    return new OwnRatingForm(round, responded, solved, satisfied, requestTrue, reason, words);
  }

  private static void answered(Violations violations, Object answer, String field) {
    violations.require(
        answer != null,
        field,
        "required",
        "请选择；不清楚可选“不清楚”。",
        "Choose an answer; UNKNOWN if you cannot say.");
  }

  /** Of what another case was answered with: nobody was asked whether a unit called. */
  OwnRatingForm withoutContact() {
    return new OwnRatingForm(
        round, Answer.UNKNOWN, solved, satisfied, requestTrue, reason, verbatim);
  }

  CaseRated said(Channel through) {
    return new CaseRated(
        round, responded, solved, satisfied, requestTrue, reason, RatedVia.SELF_SERVICE, through);
  }
}
