package hotline.intake.cases;

import hotline.lifecycle.TransferTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * A further emergency service that was called in to a case (联动转接).
 *
 * @param due until when it should have said that it has it
 * @param acknowledgedAt null while it has not
 * @param acknowledgedBy who wrote that down; null as the time
 * @param externalRef its number there; null while it was not told
 */
record CalledInService(
    UUID caseId,
    TransferTarget target,
    Instant calledAt,
    String calledBy,
    boolean threePartyCall,
    Instant due,
    Instant acknowledgedAt,
    String acknowledgedBy,
    String externalRef) {

  /** Refuses what was said before. */
  CalledInService acknowledge(Instant at, String ref, String by) {
    if (acknowledgedAt != null) {
      throw TransferNotAllowed.acknowledged(target);
    }
    TransferRules.requireNotBefore(calledAt, at, "acknowledgedAt");
    return new CalledInService(
        caseId, target, calledAt, calledBy, threePartyCall, due, at, by, ref);
  }

  /** Whether that was said, or is still owed, after its due time. */
  boolean late(Instant now) {
    return (acknowledgedAt == null ? now : acknowledgedAt).isAfter(due);
  }
}
