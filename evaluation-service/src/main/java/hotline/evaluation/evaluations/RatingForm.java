package hotline.evaluation.evaluations;

import hotline.access.Violations;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The questionnaire (回访问卷): a question that was not answered is UNKNOWN, never left out. */
@Schema(name = "RatingForm")
public record RatingForm(
    @Schema(required = true, description = "是否响应: did the unit contact you?") Answer responded,
    @Schema(required = true, description = "是否解决") Solved solved,
    @Schema(required = true, description = "是否满意") Answer satisfied,
    @Schema(required = true, description = "诉求是否属实") Answer requestTrue,
    @Schema(description = "不满意原因; if and only if solved or satisfied is NO")
        DissatisfactionReason reason,
    @Schema(maxLength = RatingForm.LONGEST_VERBATIM, description = "原话") String verbatim) {

  static final int LONGEST_VERBATIM = 2000;

  /** The rating, if the form is whole. */
  public Rating rating(RatedVia via) {
    boolean dissatisfied = DissatisfactionReason.belongsTo(solved, satisfied);
    answered(
            answered(
                answered(answered(new Violations(), responded, "responded"), solved, "solved"),
                satisfied,
                "satisfied"),
            requestTrue,
            "requestTrue")
        .require(
            !dissatisfied || reason != null,
            "reason",
            "required",
            "未解决或不满意时，请选择原因。",
            "Say the reason when it is unsolved or the citizen is not satisfied.")
        .require(
            dissatisfied || reason == null,
            "reason",
            "not-applicable",
            "已解决且满意时不填原因。",
            "There is no reason of dissatisfaction without dissatisfaction.")
        .atMost(verbatim, LONGEST_VERBATIM, "verbatim")
        .throwIfAny();
    return new Rating(
        responded,
        solved,
        satisfied,
        requestTrue,
        reason,
        via,
        verbatim == null || verbatim.isBlank() ? null : verbatim.strip());
  }

  private static Violations answered(Violations violations, Object answer, String field) {
    return violations.require(
        answer != null,
        field,
        "required",
        "请选择；未回答选“未知”。",
        "Choose an answer; UNKNOWN when there was none.");
  }
}
