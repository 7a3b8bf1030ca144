package hotline.intake.track;

import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a citizen is told about the own case; nothing of the reporter. */
public record CaseTrack(
    String caseNo,
    CaseStatus status,
    String statusZh,
    String statusEn,
    String title,
    Instant registeredAt,
    Instant promisedBy,
    List<Step> steps,
    Outcome outcome) {

  /** Something that was done. */
  @Schema(name = "TrackStep")
  public record Step(Instant time, String zh, String en) {}

  /** How it ended, as the citizen rated it. */
  @Schema(name = "TrackOutcome")
  public record Outcome(
      String closedBy, String responded, String solved, String satisfied, String zh, String en) {}
}
