package hotline.intake.cases;

import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.cases.RefusalRules.Proposal;
import hotline.intake.cases.RefusalStep.Kind;
import hotline.lifecycle.CaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The city does not take a request on (不予受理): one proposes, a second confirms or sends back. */
@ApplicationScoped
public class RefuseCase {
  private final CaseRepository cases;
  private final CaseRefusals refusals;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  RefuseCase(CaseRepository cases, CaseRefusals refusals, CaseJournal journal, Clock clock) {
    this.cases = cases;
    this.refusals = refusals;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  public CaseRef propose(
      UUID caseId, String typedReason, String typedChannel, IfMatch expected, Doer doer) {
    Proposal proposal = RefusalRules.check(typedReason, typedChannel);
    Instant now = now();
    HotlineCase hotlineCase = expected(caseId, expected);
    hotlineCase.proposeRefusal(proposal.reason(), doer.ref(), now);
    refusals.add(
        hotlineCase, Kind.PROPOSED, proposal.reason(), proposal.lawfulChannel(), doer, now);
    return cases.saved(hotlineCase);
  }

  @Transactional
  public CaseRef confirm(UUID caseId, IfMatch expected, Doer doer) {
    Instant now = now();
    HotlineCase hotlineCase = expected(caseId, expected);
    CaseRefused refused = hotlineCase.confirmRefusal(doer.ref(), now);
    refusals.add(hotlineCase, Kind.CONFIRMED, null, null, doer, now);
    journal.say(new Entry(hotlineCase, null, refused), doer, now);
    return cases.saved(hotlineCase);
  }

  /** Whoever proposed it takes it back in the same way. */
  @Transactional
  public CaseRef sendBack(UUID caseId, String typedReason, IfMatch expected, Doer doer) {
    Violations violations = new Violations();
    String why = FormText.require(violations, typedReason, RefusalRules.LONGEST, "reason");
    violations.throwIfAny();
    Instant now = now();
    HotlineCase hotlineCase = expected(caseId, expected);
    hotlineCase.sendRefusalBack();
    refusals.add(hotlineCase, Kind.SENT_BACK, null, why, doer, now);
    return cases.saved(hotlineCase);
  }

  private HotlineCase expected(UUID caseId, IfMatch expected) {
    HotlineCase hotlineCase = cases.locked(caseId);
    expected.check(hotlineCase.version());
    return hotlineCase;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
