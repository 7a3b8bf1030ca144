package hotline.evaluation.closing;

import hotline.evaluation.evaluations.Decision;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Solved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the citizen said of each round, and how it ended; unknown is a value, not a gap. */
@Schema(name = "CaseOutcome")
public record CaseOutcome(
    UUID caseId,
    String caseNo,
    CaseStatus status,
    @Schema(description = "rounds of handling so far 已办轮次") int rounds,
    Solved firstSolved,
    Answer firstSatisfied,
    List<RoundResult> results) {

  /** One round's result. */
  @Schema(name = "RoundResult")
  public record RoundResult(
      int round,
      String unitId,
      String unitName,
      Answer responded,
      Solved solved,
      Answer satisfied,
      Answer requestTrue,
      DissatisfactionReason reason,
      Decision decision,
      Instant endedAt) {}
}
