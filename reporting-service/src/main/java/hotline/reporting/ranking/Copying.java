package hotline.reporting.ranking;

import hotline.access.IfMatch;
import hotline.lifecycle.RankingRule;
import hotline.reporting.headline.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A period that was submitted and whose inputs are not copied yet.
 *
 * @param rankingId of the ranking that it becomes
 * @param takenBy user id of who chose the moment of the copy: who submitted it, or had it made
 *     again
 * @param attempts how often it was begun
 * @param failure why it could not be copied; null while it waits or is made
 */
record Copying(
    UUID rankingId,
    LocalDate from,
    LocalDate to,
    RankingRule rule,
    long version,
    String submittedBy,
    Instant submittedAt,
    String takenBy,
    int attempts,
    Failure failure) {

  /**
   * Why a copy could not be made.
   *
   * @param code as of the refusals of this service, or {@code copy-failed}
   */
  record Failure(String code, String zh, String en, Instant at) {}

  private static final int MOST_ATTEMPTS = 5;

  Period period() {
    return new Period(from, to);
  }

  /** It was begun so often that it does not end by itself. */
  boolean isGivenUp() {
    return attempts >= MOST_ATTEMPTS;
  }

  RankingView.Status status() {
    return failure == null ? RankingView.Status.COPYING : RankingView.Status.COPY_FAILED;
  }

  void requireVersion(IfMatch read) {
    read.check(version);
  }

  /** Nobody has looked at the numbers of another rule. */
  void requireRule(RankingRule inForce) {
    if (inForce.version() != rule.version()) {
      throw RankingRefusal.ruleChangedSince(inForce.version());
    }
  }

  /** What waits is made by itself. */
  void requireFailed() {
    if (failure == null) {
      throw RankingRefusal.copying();
    }
  }
}
