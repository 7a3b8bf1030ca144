package hotline.intake.cases;

import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.cases.TransferRules.Acknowledgement;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.TransferTarget;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A further emergency service is called in to a case that one of them has (联动转接), and says that it
 * has it, or that it does not take it. Only intake knows: for the other services the case is with a
 * body outside as it was.
 */
@ApplicationScoped
public class CallInService {
  private static final int LONGEST = 500;

  private final CaseRepository cases;
  private final CalledInServices services;
  private final ContactVault vault;
  private final TransferLimits transferLimits;
  private final CityCalendars calendars;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  CallInService(
      CaseRepository cases,
      CalledInServices services,
      ContactVault vault,
      TransferLimits transferLimits,
      CityCalendars calendars,
      CaseJournal journal,
      Clock clock) {
    this.cases = cases;
    this.services = services;
    this.vault = vault;
    this.transferLimits = transferLimits;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /** Asks for no version: an emergency does not wait for a form to be read again. */
  @Transactional
  public CaseRef callIn(UUID caseId, String typedTarget, Boolean threePartyCall, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TransferTarget target = EmergencyRules.target(typedTarget);
    TransferRules.handover(target.name(), null, threePartyCall, null, now);
    HotlineCase about = cases.locked(caseId);
    about.requireCallIn(target);
    services.add(
        CalledInService.waiting(
            caseId,
            target,
            now,
            doer.ref(),
            threePartyCall,
            transferLimits.due(target, now, calendars.recent().calendar())));
    if (EmergencyRules.isOfTheMind(target)) {
      Set<CaseMark> marks = EnumSet.of(CaseMark.SENSITIVE);
      marks.addAll(about.marks());
      about.mark(marks).ifPresent(marked -> journal.say(new Entry(about, null, marked), doer, now));
    }
    return cases.saved(about);
  }

  @Transactional
  public CaseRef acknowledge(
      UUID caseId, String typedTarget, String typedTime, String typedRef, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TransferTarget target = EmergencyRules.target(typedTarget);
    Acknowledgement told = TransferRules.acknowledgement(typedTime, typedRef, now);
    HotlineCase about = cases.locked(caseId);
    services.answered(
        services.locked(caseId, target).acknowledge(told.at(), told.externalRef(), doer.ref()));
    return cases.saved(about);
  }

  /** The service does not take the case: nobody waits for it any longer. */
  @Transactional
  public CaseRef decline(UUID caseId, String typedTarget, String typedReason, Doer doer) {
    Violations violations = new Violations();
    String why = FormText.require(violations, typedReason, LONGEST, "reason");
    violations.throwIfAny();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TransferTarget target = EmergencyRules.target(typedTarget);
    HotlineCase about = cases.locked(caseId);
    CalledInService waiting = services.locked(caseId, target);
    Masked masked = TextMask.mask(why, vault.contact(caseId).orElse(null));
    services.answered(waiting.decline(masked.text(), doer.ref(), now));
    if (masked.changed()) {
      vault.keepText(
          caseId,
          "called-in-declined-" + target.name() + "-" + waiting.calledAt().toEpochMilli(),
          why);
    }
    return cases.saved(about);
  }
}
