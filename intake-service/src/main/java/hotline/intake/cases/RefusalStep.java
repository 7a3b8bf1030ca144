package hotline.intake.cases;

import hotline.lifecycle.RefusalReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was done about the refusal of a case (不予受理).
 *
 * @param by user id
 * @param reason of a proposal; null of other steps
 * @param text the lawful channel of a proposal, or why it was sent back; null without one
 */
@Schema(name = "CaseRefusalStep")
public record RefusalStep(
    int stepNo, Kind kind, Instant at, String by, RefusalReason reason, String text) {

  /** Proposed; then confirmed or sent back by a second person, or dropped by another act. */
  @Schema(name = "CaseRefusalStepKind")
  public enum Kind {
    PROPOSED,
    CONFIRMED,
    SENT_BACK,
    DROPPED
  }
}
