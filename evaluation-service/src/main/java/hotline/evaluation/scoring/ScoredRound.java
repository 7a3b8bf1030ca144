package hotline.evaluation.scoring;

import hotline.lifecycle.Answer;
import hotline.lifecycle.Solved;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed case as it counts in the score of its unit. */
@Schema(name = "ScoredRound")
public record ScoredRound(
    UUID caseId,
    String caseNo,
    String title,
    int round,
    String unitId,
    String unitName,
    Instant closedAt,
    @Schema(description = "until when its unit may ask 申请期限") Instant contestUntil,
    Answer responded,
    Solved solved,
    Answer satisfied,
    @Schema(description = "null when none was asked for 未申请时为空") ScoreRequestStatus exclusion,
    @Schema(description = "null when none was filed 未申诉时为空") ScoreRequestStatus appeal,
    @Schema(description = "null when it may be asked for 可申请时为空") Hindrance exclusionHindrance,
    @Schema(description = "null when it may be filed 可申诉时为空") Hindrance appealHindrance,
    @Schema(description = "of the case, for If-Match") long version) {}
