package hotline.intake.cases;

import hotline.access.IfMatch;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.lifecycle.CaseWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The centre takes back what it entered wrongly after its true time (登记有误): the citizen has
 * withdrawn nothing, and the same form or line is entered anew.
 */
@ApplicationScoped
public class WithdrawWrongEntry {
  private final CaseRepository cases;
  private final CaseRefusals refusals;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  WithdrawWrongEntry(
      CaseRepository cases, CaseRefusals refusals, CaseJournal journal, Clock clock) {
    this.cases = cases;
    this.refusals = refusals;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  public CaseRef withdraw(UUID caseId, IfMatch expected, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    expected.check(hotlineCase.version());
    CaseWithdrawn withdrawn = hotlineCase.withdrawWrongEntry(now);
    refusals.drop(hotlineCase, doer, now);
    journal.say(new Entry(hotlineCase, null, withdrawn), doer, now);
    return cases.saved(hotlineCase);
  }
}
