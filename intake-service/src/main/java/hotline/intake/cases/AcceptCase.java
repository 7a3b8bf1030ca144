package hotline.intake.cases;

import hotline.access.IfMatch;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.lifecycle.CaseAccepted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Screening accepts a case (受理): it waits for dispatch. */
@ApplicationScoped
public class AcceptCase {
  private final CaseRepository cases;
  private final CaseRefusals refusals;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  AcceptCase(CaseRepository cases, CaseRefusals refusals, CaseJournal journal, Clock clock) {
    this.cases = cases;
    this.refusals = refusals;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  public CaseRef accept(UUID caseId, IfMatch expected, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    expected.check(hotlineCase.version());
    CaseAccepted accepted = hotlineCase.accept(now).maybeSameAs(toCompareWith(hotlineCase));
    refusals.drop(hotlineCase, doer, now);
    journal.say(new Entry(hotlineCase, null, accepted), doer, now);
    return cases.saved(hotlineCase);
  }

  /**
   * The case that a dispatcher compares it with before a unit gets it; null for none, and where one
   * of the two has become a report or confidential since.
   */
  private UUID toCompareWith(HotlineCase accepted) {
    if (accepted.sameAs() == null || accepted.isProtected()) {
      return null;
    }
    return cases
        .findByIdOptional(accepted.sameAs())
        .filter(other -> !other.isProtected())
        .map(HotlineCase::id)
        .orElse(null);
  }
}
