package hotline.intake.track;

import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a citizen is told about the own case; nothing of the reporter.
 *
 * @param promisedBy while a reply is owed and its clock runs
 * @param heldUntil while the case is on hold; null otherwise
 * @param reopenUntil until when the citizen may have the closed case handled again; null when that
 *     is not possible, or was asked for already
 */
public record CaseTrack(
    String caseNo,
    CaseStatus status,
    String statusZh,
    String statusEn,
    String title,
    Instant registeredAt,
    Instant promisedBy,
    Instant heldUntil,
    List<Step> steps,
    Outcome outcome,
    Instant reopenUntil) {

  /** Something that was done, and the date that it set. */
  @Schema(name = "TrackStep")
  public record Step(Instant time, String zh, String en, Instant until) {}

  /** How it ended, as the citizen rated it. */
  @Schema(name = "TrackOutcome")
  public record Outcome(
      String closedBy, String responded, String solved, String satisfied, String zh, String en) {}
}
