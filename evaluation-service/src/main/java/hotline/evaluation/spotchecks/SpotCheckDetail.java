package hotline.evaluation.spotchecks;

import hotline.evaluation.callbacks.CallbackStatus;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One drawn case: what the unit claims beside what the citizen said, and what was found there. */
@Schema(name = "SpotCheckDetail")
public record SpotCheckDetail(
    SpotCheckRow check,
    String content,
    String demand,
    Instant closedAt,
    Claim claim,
    Citizen citizen,
    @Schema(description = "the last one, also when it was sent back; null before any 核查单")
        Report report,
    @Schema(description = "whether you may take it or report it 本人可核查") boolean mayCheck,
    @Schema(description = "whether you may sign for it 本人可确认") boolean mayConfirm) {

  /** What the unit of the round says it has done (单位自述). */
  @Schema(name = "SpotCheckClaim")
  public record Claim(
      @Schema(description = "null where it was not heard 未采集时为空") Boolean contacted,
      @Schema(description = "null where it was not heard 未采集时为空") Boolean solved,
      Instant signedAt,
      Instant repliedAt,
      @Schema(description = "natural minutes from signature to reply 签收到答复的自然分钟")
          Long minutesToReply) {}

  /** What the citizen of the round said (诉求人评价); unknown where nobody was reached. */
  @Schema(name = "SpotCheckCitizen")
  public record Citizen(
      CallbackStatus callback,
      int attempts,
      RatedVia via,
      Answer responded,
      Solved solved,
      Answer satisfied,
      Answer requestTrue,
      DissatisfactionReason reason,
      String verbatim) {}

  /** What the checker wrote (现场核查单); only codes and times of it are told to others. */
  @Schema(name = "SpotCheckReport")
  public record Report(
      Answer contacted,
      Instant checkedAt,
      String place,
      String evidence,
      String notes,
      Instant reportedAt,
      @Schema(description = "why the last report was sent back 退回理由") String sentBack,
      @Schema(description = "user id of the second supervisor 确认人") String confirmedBy) {}
}
