package hotline.intake.cases;

import hotline.lifecycle.ReopenedBy;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How a case ended, as the evaluation says it; written as the log tells it.
 *
 * @param reopenUntil until when it may be reopened; null where the closing did not say it
 * @param citizenMayReopen false when only a supervisor may
 */
@Embeddable
public record CaseOutcome(
    Instant closedAt,
    String closedBy,
    String responded,
    String solved,
    String satisfied,
    Instant reopenUntil,
    Boolean citizenMayReopen) {

  /** Refuses who may not have the case handled again, or not any more. */
  void requireReopening(ReopenedBy by, Instant now) {
    if (reopenUntil == null || !now.isBefore(reopenUntil)) {
      throw ReopeningRefused.afterItsWindow(reopenUntil);
    }
    if (by != ReopenedBy.SUPERVISOR && !Boolean.TRUE.equals(citizenMayReopen)) {
      throw ReopeningRefused.withoutARound();
    }
  }

  /** Until when the citizen may still have it handled again; null when that is not possible. */
  public Instant citizenMayReopenUntil(Instant now) {
    return Boolean.TRUE.equals(citizenMayReopen) && reopenUntil != null && now.isBefore(reopenUntil)
        ? reopenUntil
        : null;
  }
}
