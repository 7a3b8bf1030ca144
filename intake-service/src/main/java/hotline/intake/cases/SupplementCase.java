package hotline.intake.cases;

import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.CaseSupplemented;
import hotline.lifecycle.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The citizen adds something to an open case (补充): a newer file, and the event that says so. */
@ApplicationScoped
public class SupplementCase {
  private static final int LONGEST = 2_000;

  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final ContactVault vault;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  SupplementCase(
      CaseRepository cases,
      CaseSupplements supplements,
      ContactVault vault,
      CaseJournal journal,
      Clock clock) {
    this.cases = cases;
    this.supplements = supplements;
    this.vault = vault;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  public CaseRef supplement(UUID caseId, String typed, Channel through, Doer doer) {
    String told = text(typed);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    CaseSupplemented event = hotlineCase.supplement(through);
    Masked masked = TextMask.mask(told, vault.contact(caseId).orElse(null));
    if (masked.changed()) {
      vault.keepText(caseId, "supplement-" + event.supplementNo(), told);
    }
    List<Supplement> all =
        supplements.add(caseId, new Supplement(event.supplementNo(), now, masked.text()), through);
    journal.say(new Entry(hotlineCase, hotlineCase.file(all, now), event), doer, now);
    return cases.saved(hotlineCase);
  }

  private static String text(String typed) {
    Violations violations = new Violations();
    String text = FormText.require(violations, typed, LONGEST, "text");
    violations.throwIfAny();
    return text;
  }
}
