package hotline.evaluation.scoring;

import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a case and its rating count in the score of its unit, and what the unit may still ask.
 */
@Schema(name = "CaseScoring")
public record CaseScoring(
    UUID caseId,
    String caseNo,
    CaseStatus status,
    @Schema(description = "the round that closed the case; null while none has 办结轮次") Integer round,
    @Schema(description = "the scored unit 被考核单位") String unitId,
    String unitName,
    Instant closedAt,
    @Schema(description = "until when its unit may ask 申请期限") Instant contestUntil,
    @Schema(description = "the case is in no score 已剔除") boolean excluded,
    @Schema(description = "the rating is in no score 评价不计分") boolean ratingSetAside,
    @Schema(description = "why no exclusion may be asked for; null when it may 不能申请剔除的原因")
        Hindrance exclusionHindrance,
    @Schema(description = "why the rating may not be contested; null when it may 不能申诉的原因")
        Hindrance appealHindrance,
    List<ScoreRequestView> requests,
    long version) {}
