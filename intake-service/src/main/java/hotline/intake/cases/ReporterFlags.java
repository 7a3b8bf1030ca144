package hotline.intake.cases;

import jakarta.persistence.Embeddable;

/**
 * What may be known of the reporter outside the vault.
 *
 * @param callerRef keyed pseudonym of the number; null without a number or for the anonymous
 */
@Embeddable
public record ReporterFlags(
    boolean anonymous, boolean confidential, boolean wantsCallback, String callerRef) {

  ReporterFlags inConfidence() {
    return new ReporterFlags(anonymous, true, wantsCallback, callerRef);
  }
}
