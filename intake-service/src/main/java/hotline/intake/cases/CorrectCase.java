package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.reference.Directory;
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
    boolean clockMoved = keep(hotlineCase, retell(hotlineCase, told), reason, actor, now);
    CaseRef stands = cases.saved(hotlineCase);
    if (clockMoved) {
      screeningTimer.lookAgain(caseId);
    }
    return stands;
  }

  /** What a case would be about from now on, with the texts as they were told. */
  record Retold(CaseSubject before, CaseSubject after, RetoldTexts texts) {
    boolean changes() {
      return !before.changes(after).isEmpty();
    }
  }

  /** What the rules have found good, as it would stand in this case, whose row is locked. */
  Retold retell(HotlineCase about, Registration told) {
    CaseSubject before = about.subject();
    Optional<ContactVault.Opened> opened = vault.open(about.id());
    RetoldTexts texts =
        RetoldTexts.of(
            before,
            told,
            opened.map(ContactVault.Opened::contact).orElse(null),
            opened.map(ContactVault.Opened::texts).orElse(null));
    return new Retold(before, before.corrected(texts.masked()), texts);
  }

  /**
   * Says it and keeps what stood before, in the act that writes the case.
   *
   * @return whether the clock of its screening moved
   */
  boolean keep(HotlineCase about, Retold retold, String reason, Actor actor, Instant now) {
    CaseSubject after = retold.after();
    CaseCorrected corrected = about.correct(after);
    CaseFile file = about.file(supplements.of(about.id()), now);
    List<Entry> said = new ArrayList<>();
    said.add(new Entry(about, file, corrected));
    Optional<IntakeEvent> moved =
        about.screenWithin(limits.of(after.urgency()), calendars.recent(), now);
    moved.ifPresent(event -> said.add(new Entry(about, null, event)));
    journal.say(said, Doer.of(actor), now);
    corrections.add(
        about.id(),
        new Correction(
            corrected.correctionNo(),
            now,
            actor.userId(),
            TextMask.mask(reason, retold.texts().reporter()).text(),
            retold.before().changes(after)));
    vault.retell(about.id(), corrected.correctionNo(), retold.texts().originals());
    return moved.isPresent();
  }

  private static String reason(String typed) {
    Violations violations = new Violations();
    String reason = FormText.require(violations, typed, LONGEST_REASON, "reason");
    violations.throwIfAny();
    return reason;
  }
}
