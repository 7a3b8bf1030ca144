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
 * @param declinedAt when it said that it does not take the case; null unless it did
 * @param declinedBy who wrote that down; null as the time
 * @param declinedWhy in masked words; null as the time
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
    String externalRef,
    Instant declinedAt,
    String declinedBy,
    String declinedWhy) {

  /** Nobody there has said anything yet. */
  static CalledInService waiting(
      UUID caseId,
      TransferTarget target,
      Instant calledAt,
      String calledBy,
      boolean threePartyCall,
      Instant due) {
    return new CalledInService(
        caseId,
        target,
        calledAt,
        calledBy,
        threePartyCall,
        due,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Refuses what was said before. */
  CalledInService acknowledge(Instant at, String ref, String by) {
    requireNotAcknowledged();
    TransferRules.requireNotBefore(calledAt, at, "acknowledgedAt");
    return new CalledInService(
        caseId, target, calledAt, calledBy, threePartyCall, due, at, by, ref, null, null, null);
  }

  /**
   * It does not take the case (对方不接收), after which it may be called in again. Refuses what it has.
   *
   * @param why with its numbers and names masked
   */
  CalledInService decline(String why, String by, Instant now) {
    requireNotAcknowledged();
    return new CalledInService(
        caseId, target, calledAt, calledBy, threePartyCall, due, null, null, null, now, by, why);
  }

  private void requireNotAcknowledged() {
    if (acknowledgedAt != null) {
      throw TransferNotAllowed.acknowledged(target);
    }
  }

  /** Whether it said that or declined, or still owes it, after its due time. */
  boolean late(Instant now) {
    Instant said = acknowledgedAt == null ? declinedAt : acknowledgedAt;
    return (said == null ? now : said).isAfter(due);
  }
}
