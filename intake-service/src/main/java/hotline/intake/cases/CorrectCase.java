package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.reference.Directory;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.IntakeEvent;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was registered wrongly is put right (更正): a newer file, the event that says so, and the
 * values before and after.
 */
@ApplicationScoped
public class CorrectCase {
  private static final int LONGEST_REASON = 200;

  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final CaseCorrections corrections;
  private final ContactVault vault;
  private final CaseJournal journal;
  private final ScreeningLimits limits;
  private final ScreeningTimer screeningTimer;
  private final CityCalendars calendars;
  private final Clock clock;

  CorrectCase(
      CaseRepository cases,
      CaseSupplements supplements,
      CaseCorrections corrections,
      ContactVault vault,
      CaseJournal journal,
      ScreeningLimits limits,
      ScreeningTimer screeningTimer,
      CityCalendars calendars,
      Clock clock) {
    this.cases = cases;
    this.supplements = supplements;
    this.corrections = corrections;
    this.vault = vault;
    this.journal = journal;
    this.limits = limits;
    this.screeningTimer = screeningTimer;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Transactional
  public CaseRef correct(
      UUID caseId, CorrectionForm form, Directory directory, IfMatch expected, Scope scope) {
    Actor actor = scope.actor();
    String reason = reason(form.reason());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    CorrectionPolicy.refusal(actor, hotlineCase, now)
        .ifPresent(
            refused -> {
              throw refused;
            });
    expected.check(hotlineCase.version());
    CaseSubject before = hotlineCase.subject();
    Registration told =
        RegistrationRules.checkCorrected(
            form.over(before), before, hotlineCase.registeredAt(), directory, now);
    if (!scope.seesGrid(told.place().path())) {
      throw new Forbidden(
          "该地点不在您的网格内，请转由预审员更正。", "This place is not on your grid; ask a screener to correct it.");
    }
    RetoldTexts texts = retold(caseId, before, told);
    CaseSubject after = before.corrected(texts.masked());
    CaseCorrected corrected = hotlineCase.correct(after);
    CaseFile file = hotlineCase.file(supplements.of(caseId), now);
    List<Entry> said = new ArrayList<>();
    said.add(new Entry(hotlineCase, file, corrected));
    Optional<IntakeEvent> moved =
        hotlineCase.screenWithin(limits.of(after.urgency()), calendars.recent(), now);
    moved.ifPresent(event -> said.add(new Entry(hotlineCase, null, event)));
    journal.say(said, Doer.of(actor), now);
    corrections.add(
        caseId,
        new Correction(
            corrected.correctionNo(),
            now,
            actor.userId(),
            TextMask.mask(reason, texts.reporter()).text(),
            before.changes(after)));
    vault.retell(caseId, corrected.correctionNo(), texts.originals());
    CaseRef stands = cases.saved(hotlineCase);
    if (moved.isPresent()) {
      screeningTimer.lookAgain(caseId);
    }
    return stands;
  }

  private RetoldTexts retold(UUID caseId, CaseSubject before, Registration told) {
    Optional<ContactVault.Opened> opened = vault.open(caseId);
    Contact reporter = opened.map(ContactVault.Opened::contact).orElse(null);
    return RetoldTexts.of(
        before, told, reporter, opened.map(ContactVault.Opened::texts).orElse(null));
  }

  private static String reason(String typed) {
    Violations violations = new Violations();
    String reason = FormText.require(violations, typed, LONGEST_REASON, "reason");
    violations.throwIfAny();
    return reason;
  }
}
