package hotline.evaluation.archiving;

import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.LegalHoldReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a case is archived or was, for how long it is kept, and what holds it. */
@Schema(name = "CaseArchive")
public record CaseArchive(
    UUID caseId,
    String caseNo,
    CaseStatus status,
    Instant closedAt,
    @Schema(description = "until when it may be reopened 重开期限") Instant reopenUntil,
    @Schema(description = "until when its unit may contest that it counts 剔除、申诉期限")
        Instant contestUntil,
    @Schema(
            description =
                "from when on it is archived, if nothing is undecided and no hold stands; null while"
                    + " it is not closed 届时归档")
        Instant archiveFrom,
    @Schema(description = "a request of its unit about its score is undecided 剔除或申诉未决")
        boolean undecided,
    @Schema(description = "a spot check is not ended 有抽查未完成") boolean spotChecked,
    @Schema(description = "a legal hold stands 有法律保留") boolean held,
    Instant archivedAt,
    @Schema(description = "full years after that of the closing; null while it is not closed 保管年限")
        Integer retentionYears,
    @Schema(
            description =
                "until when it is kept, unless a hold stands then; null while it is not closed 保管至")
        Instant retentionUntil,
    List<Hold> holds,
    @Schema(description = "for placing a hold 用于设立法律保留") long version) {

  /** A legal hold, standing or lifted. */
  @Schema(name = "LegalHold")
  public record Hold(
      UUID holdId,
      LegalHoldReason reason,
      @Schema(description = "such as the number of the lawsuit 文号或案号") String reference,
      String explanation,
      Instant placedAt,
      String placedBy,
      Instant liftedAt,
      String liftedBy,
      String liftReason,
      long version) {

    static Hold of(LegalHold from) {
      return new Hold(
          from.holdId(),
          from.reason(),
          from.reference(),
          from.explanation(),
          from.placedAt(),
          from.placedBy(),
          from.liftedAt(),
          from.liftedBy(),
          from.liftReason(),
          from.version());
    }
  }
}
