package hotline.evaluation.spotchecks;

import java.time.Duration;
import java.time.Instant;

/**
 * A supervisor who goes and looks, as a user, a unit and a post that nobody else of the unit has;
 * never a name.
 *
 * @param userRef the user of the identity provider
 * @param unitId of the account when it was last seen; null where it has none
 * @param seenAt when the supervisor said the post or last acted on a check
 */
record Checker(String userRef, String unitId, String unitPath, String post, Instant seenAt) {

  /** Longer than a leave; the accounts of who left are not known here. */
  static final Duration OFFERED = Duration.ofDays(180);

  /** Whether somebody choosing is offered this one: not when nothing was seen of the supervisor. */
  boolean isOffered(Instant now) {
    return !seenAt.isBefore(now.minus(OFFERED));
  }
}
