package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.lifecycle.CaseMoves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who may correct a case, or split it: who registered it, on that day of the city, and screeners
 * always.
 */
final class CorrectionPolicy {
  private CorrectionPolicy() {}

  /** Why this person may not; empty when it is allowed. */
  static Optional<CorrectionRefused> refusal(Actor actor, HotlineCase about, Instant now) {
    if (actor.is(Role.SCREENER)) {
      return Optional.empty();
    }
    if (!actor.is(Role.OPERATOR) || !actor.userId().equals(about.registeredBy())) {
      return Optional.of(CorrectionRefused.notOwn());
    }
    return day(now).equals(day(about.registeredAt()))
        ? Optional.empty()
        : Optional.of(CorrectionRefused.anotherDay());
  }

  /** Whether that person is to be offered it. */
  static boolean allows(Actor actor, HotlineCase about, Instant now) {
    return !CaseMoves.over(about.status())
        && !about.isOutOfHand()
        && refusal(actor, about, now).isEmpty();
  }

  /** Whether that person is to be offered to split it: while it waits for screening. */
  static boolean allowsSplit(Actor actor, HotlineCase about, Instant now) {
    return about.isSplittable() && refusal(actor, about, now).isEmpty();
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, CaseNumbers.CITY);
  }
}
