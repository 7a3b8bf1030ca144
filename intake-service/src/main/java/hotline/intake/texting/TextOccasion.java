package hotline.intake.texting;

import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What another service did and the citizen is written of. Who only helps is none of the citizen's
 * matters, as on the own page.
 *
 * @param unitId who has it; null of other occasions
 * @param first the day that was promised first, of a promise that was postponed; null of other
 *     occasions
 * @param until the promised day, or until when it may be reopened; null where there is none
 * @param round that is to be rated; null of other occasions
 */
record TextOccasion(
    UUID caseId,
    TextKind kind,
    String cause,
    Instant at,
    String unitId,
    Instant first,
    Instant until,
    Integer round) {

  /** Begins the cause of a message that says a later day; that day follows. */
  private static final String POSTPONED = "postponed-";

  /**
   * The promised day has moved without an extension, by a hold, a reply that was sent back or a
   * calendar: each later day is told once, since what was said before is a promise that is given
   * up.
   */
  static TextOccasion postponed(Fact fact, Instant first, Instant until) {
    LocalDate day = LocalDate.ofInstant(until, TextWords.CITY);
    return new TextOccasion(
        fact.envelope().caseId(),
        TextKind.EXTENDED,
        POSTPONED + day,
        fact.envelope().time(),
        null,
        first,
        until,
        null);
  }

  boolean isPostponed() {
    return cause.startsWith(POSTPONED);
  }

  static Optional<TextOccasion> of(Fact fact) {
    LifecycleEvent event = fact.event();
    if (event instanceof AssignmentCreated created && created.role() == AssignmentRole.LEAD) {
      return Optional.of(of(fact, TextKind.DISPATCHED, created.unitId(), created.replyDue(), null));
    }
    if (event instanceof AssignmentExtended extended && extended.role() == AssignmentRole.LEAD) {
      return Optional.of(of(fact, TextKind.EXTENDED, null, extended.replyDue(), null));
    }
    if (event instanceof CallbackOpened opened) {
      return Optional.of(of(fact, TextKind.RATING_ASKED, null, null, opened.round()));
    }
    if (event instanceof CaseClosed closed) {
      Instant reopenUntil =
          Boolean.TRUE.equals(closed.citizenMayReopen()) ? closed.reopenUntil() : null;
      return Optional.of(of(fact, TextKind.CLOSED, null, reopenUntil, null));
    }
    return Optional.empty();
  }

  private static TextOccasion of(
      Fact fact, TextKind kind, String unitId, Instant until, Integer round) {
    return new TextOccasion(
        fact.envelope().caseId(),
        kind,
        fact.envelope().id().toString(),
        fact.envelope().time(),
        unitId,
        null,
        until,
        round);
  }
}
