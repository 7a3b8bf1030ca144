package hotline.evaluation.callbacks;

import hotline.calendar.Light;
import hotline.evaluation.evaluations.Decision;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One callback with its calls; who handled the case is there only once the answer is stored. */
@Schema(name = "CallbackDetail")
public record CallbackDetail(
    UUID callbackId,
    UUID caseId,
    String caseNo,
    int round,
    String title,
    String content,
    String demand,
    @Schema(
            description =
                "what the centre answered at once, of round 0; null otherwise 中心直接答复的内容，其他轮次为空")
        String directAnswer,
    String kind,
    String urgency,
    @Schema(
            description =
                "false: the reporter wants no callback or left no number 诉求人不需要回访或未留电话时为 false")
        boolean wantsCallback,
    @Schema(
            description =
                "the reply to another case answered this one: its words are read to the citizen"
                    + " 随主单答复，须向诉求人宣读答复")
        boolean withMain,
    CallbackStatus status,
    int attempts,
    Instant openedAt,
    Instant callbackDue,
    boolean overdue,
    Light light,
    long remainingWorkMinutes,
    List<Attempt> attemptList,
    @Schema(description = "when nobody is called; null where it does not matter 勿扰时段，未启用时为空")
        QuietHours quietHours,
    @Schema(description = "null while a callback of the case is open 该工单有回访未结束时为空") HandledBy unit,
    @Schema(description = "null unless the citizen rated 未评价时为空") Evaluation evaluation,
    @Schema(description = "null while the callback is open") Decision decision,
    Instant endedAt,
    long version) {

  /** One call. */
  @Schema(name = "CallbackAttempt")
  public record Attempt(
      int attemptNo, CallbackResult result, String note, Instant at, String actor) {}

  /** The unit of the round. */
  @Schema(name = "HandledBy")
  public record HandledBy(String unitId, String unitName) {}

  /** What the citizen said. */
  @Schema(name = "Evaluation")
  public record Evaluation(
      Answer responded,
      Solved solved,
      Answer satisfied,
      Answer requestTrue,
      DissatisfactionReason reason,
      RatedVia via,
      String verbatim,
      Instant ratedAt) {}
}
