package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Violations;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.Switchboards;
import hotline.lifecycle.CaseFile.Supplement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Who called in an emergency is told after it was handed over (补登来电人): nobody asks for a number
 * while somebody is in danger. By whoever may complete the case, once.
 */
@ApplicationScoped
public class TellReporter {
  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final CaseJournal journal;
  private final ContactVault vault;
  private final Switchboards switchboards;
  private final Clock clock;

  @Inject
  TellReporter(
      CaseRepository cases,
      CaseSupplements supplements,
      CaseJournal journal,
      ContactVault vault,
      Switchboards switchboards,
      Clock clock) {
    this.cases = cases;
    this.supplements = supplements;
    this.journal = journal;
    this.vault = vault;
    this.switchboards = switchboards;
    this.clock = clock;
  }

  @Transactional
  public CaseRef tell(UUID caseId, ReporterForm form, Actor by) {
    Violations violations = new Violations();
    String name = FormText.read(violations, form.name(), RegistrationRules.LONGEST_NAME, "name");
    PhoneNumber phone = number(violations, form.phone(), "phone");
    PhoneNumber altPhone = number(violations, form.altPhone(), "altPhone");
    violations.require(
        phone != null || altPhone != null || violations.list().size() > 0,
        "phone",
        "required",
        "请填写来电号码。",
        "Give the number that called.");
    violations.throwIfAny();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase about = cases.locked(caseId);
    CorrectionPolicy.refusal(by, about, now)
        .ifPresent(
            refused -> {
              throw refused;
            });
    ContactVault.Opened opened = vault.open(caseId).orElseThrow(ReporterNotTold::erased);
    Contact known = opened.contact();
    Contact told = new Contact(name == null ? known.name() : name, phone, altPhone);
    boolean anonymous = Boolean.TRUE.equals(form.anonymous());
    List<Supplement> added = supplements.of(caseId);
    MaskedAgain masked = MaskedAgain.of(about.subject(), added, told, opened.texts());
    about.tellReporter(
        new ReporterFlags(
            anonymous,
            // What was said in confidence stays so.
            about.reporter().confidential() || Boolean.TRUE.equals(form.confidential()),
            form.wantsCallback() == null || form.wantsCallback(),
            anonymous || switchboards.isOfMany(phone) ? null : vault.callerRef(told)),
        masked.subject(),
        known.hasNumber(),
        by.userId(),
        now);
    vault.tell(caseId, told, masked.originals());
    supplements.retell(caseId, masked.changed(added));
    // What is confidential from now on, and the name in its texts, units know from the file alone.
    journal.file(about.file(masked.supplements(), now), now);
    return cases.saved(about);
  }

  private static PhoneNumber number(Violations violations, String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    PhoneNumber number = PhoneNumber.parse(typed).orElse(null);
    violations.require(
        number != null,
        field,
        "not-a-number",
        "不是完整的电话号码，请核对。",
        "This is no whole telephone number; check it.");
    return number;
  }
}
