package hotline.evaluation.closing;

import hotline.evaluation.evaluations.Decision;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
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
    @Schema(description = "null to a unit that did not handle the first round 未办理首轮的单位不可见")
        Solved firstSolved,
    Answer firstSatisfied,
    @Schema(description = "all to the latest lead unit, to an earlier one its own 曾办单位仅见本单位轮次")
        List<RoundResult> results) {

  /** Without what the units claim, for whoever is neither their reviewer nor one of them. */
  CaseOutcome withoutClaims() {
    return of(
        results.stream().map(RoundResult::withoutClaims).toList(), firstSolved, firstSatisfied);
  }

  /**
   * Without the units and their claims, for whoever may ask the citizen next and is to ask blind
   * (盲访).
   */
  CaseOutcome blind() {
    return new CaseOutcome(
        caseId,
        caseNo,
        status,
        rounds,
        firstSolved,
        firstSatisfied,
        results.stream().map(RoundResult::blind).toList());
  }

  /** Only these rounds; the first result is that of the first round. */
  CaseOutcome of(List<RoundResult> rounds) {
    boolean first = rounds.contains(results.get(0));
    return of(rounds, first ? firstSolved : null, first ? firstSatisfied : null);
  }

  CaseOutcome of(List<RoundResult> rounds, Solved firstSolved, Answer firstSatisfied) {
    return new CaseOutcome(
        caseId, caseNo, status, this.rounds, firstSolved, firstSatisfied, rounds);
  }

  /** One round's result. */
  @Schema(name = "RoundResult")
  public record RoundResult(
      @Schema(description = "0 is the direct answer of the centre 中心直接答复为 0") int round,
      @Schema(description = "null to callback roles while a callback is open 回访期间对回访人员为空")
          String unitId,
      String unitName,
      @Schema(
              description =
                  "what the unit claims; null to whoever does not compare, and of a direct answer"
                      + " 单位自述，非核对人员不可见")
          Claims claims,
      Answer responded,
      Solved solved,
      Answer satisfied,
      Answer requestTrue,
      DissatisfactionReason reason,
      @Schema(description = "null when the citizen did not rate 未评价时为空") RatedVia via,
      Decision decision,
      Instant endedAt,
      @Schema(description = "what the unit claims and the citizen denies 诉办矛盾")
          List<Claims.Denied> denied) {

    private RoundResult blind() {
      return new RoundResult(
          round,
          null,
          null,
          null,
          responded,
          solved,
          satisfied,
          requestTrue,
          reason,
          via,
          decision,
          endedAt,
          List.of());
    }

    RoundResult withoutClaims() {
      return new RoundResult(
          round,
          unitId,
          unitName,
          null,
          responded,
          solved,
          satisfied,
          requestTrue,
          reason,
          via,
          decision,
          endedAt,
          List.of());
    }
  }
}
