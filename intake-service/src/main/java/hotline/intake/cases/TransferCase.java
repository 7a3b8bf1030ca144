package hotline.intake.cases;

import hotline.access.Forbidden;
import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.cases.TransferRules.Acknowledgement;
import hotline.intake.cases.TransferRules.Handover;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.TransferTarget;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A case is handed to a body outside (转出), which acknowledges it or does not take it. */
@ApplicationScoped
public class TransferCase {
  private static final int LONGEST = 500;

  private final CaseRepository cases;
  private final CaseRefusals refusals;
  private final ContactVault vault;
  private final TransferLimits transferLimits;
  private final StartScreening screenings;
  private final CityCalendars calendars;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  TransferCase(
      CaseRepository cases,
      CaseRefusals refusals,
      ContactVault vault,
      TransferLimits transferLimits,
      StartScreening screenings,
      CityCalendars calendars,
      CaseJournal journal,
      Clock clock) {
    this.cases = cases;
    this.refusals = refusals;
    this.vault = vault;
    this.transferLimits = transferLimits;
    this.screenings = screenings;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /** Asks for no version: an emergency does not wait for a form to be read again. */
  @Transactional
  public CaseRef transfer(UUID caseId, TransferForm form, Doer doer) {
    Instant now = now();
    Handover handover =
        TransferRules.handover(
            form.target(), form.handedAt(), form.threePartyCall(), form.externalRef(), now);
    HotlineCase hotlineCase = cases.locked(caseId);
    TransferRules.requireNotBefore(
        hotlineCase.subject().receivedAt(), handover.handedAt(), "handedAt");
    Instant due =
        transferLimits.due(handover.target(), handover.handedAt(), calendars.recent().calendar());
    watch(hotlineCase, handover.target(), doer, now);
    CaseTransferredOut event = hotlineCase.transferOut(Transfer.of(handover, due, doer.ref(), now));
    refusals.drop(hotlineCase, doer, now);
    journal.say(new Entry(hotlineCase, null, event), doer, now);
    return cases.saved(hotlineCase);
  }

  /** A mind in distress is watched (敏感), from whatever page it is handed over. */
  private void watch(HotlineCase about, TransferTarget target, Doer doer, Instant now) {
    if (EmergencyRules.isOfTheMind(target)) {
      Set<CaseMark> marks = EnumSet.of(CaseMark.SENSITIVE);
      marks.addAll(about.marks());
      about.mark(marks).ifPresent(marked -> journal.say(new Entry(about, null, marked), doer, now));
    }
  }

  /**
   * In the middle of its handling (办理中转出): what began as the city's business is another body's now.
   * Asks for no version either.
   *
   * @param anyBody whether they may hand it to others than the emergency services
   */
  @Transactional
  public CaseRef transferInHandling(
      UUID caseId, HandlingTransferForm form, boolean anyBody, Doer doer) {
    Violations violations = new Violations();
    String why = FormText.require(violations, form.reason(), LONGEST, "reason");
    violations.throwIfAny();
    Instant now = now();
    Handover handover =
        TransferRules.handover(
            form.target(), form.handedAt(), form.threePartyCall(), form.externalRef(), now);
    if (!anyBody && !handover.target().emergency()) {
      throw Forbidden.byRole();
    }
    HotlineCase hotlineCase = cases.locked(caseId);
    TransferRules.requireNotBefore(
        hotlineCase.subject().receivedAt(), handover.handedAt(), "handedAt");
    Instant due =
        transferLimits.due(handover.target(), handover.handedAt(), calendars.recent().calendar());
    Masked masked = TextMask.mask(why, vault.contact(caseId).orElse(null));
    watch(hotlineCase, handover.target(), doer, now);
    CaseTransferredOut event =
        hotlineCase.transferInHandling(
            Transfer.of(handover, due, doer.ref(), now).because(masked.text()));
    if (masked.changed()) {
      vault.keepText(caseId, "transfer-" + hotlineCase.transfersDeclined(), why);
    }
    journal.say(new Entry(hotlineCase, null, event), doer, now);
    return cases.saved(hotlineCase);
  }

  @Transactional
  public CaseRef acknowledge(UUID caseId, String typedTime, String typedRef, Doer doer) {
    Instant now = now();
    Acknowledgement told = TransferRules.acknowledgement(typedTime, typedRef, now);
    HotlineCase hotlineCase = cases.locked(caseId);
    CaseTransferAcknowledged event =
        hotlineCase.acknowledgeTransfer(told.at(), told.externalRef(), doer.ref());
    journal.say(new Entry(hotlineCase, null, event), doer, now);
    return cases.saved(hotlineCase);
  }

  /** They did not take it: screening begins anew, with a clock of its own. */
  @Transactional
  public CaseRef decline(UUID caseId, String typedReason, Doer doer) {
    Violations violations = new Violations();
    String why = FormText.require(violations, typedReason, LONGEST, "reason");
    violations.throwIfAny();
    Instant now = now();
    HotlineCase hotlineCase = cases.locked(caseId);
    // A dispatch that is behind has not heard of the transfer, and its units still act.
    if (hotlineCase.status() == CaseStatus.TRANSFERRED_OUT && cases.hasOpenTask(caseId)) {
      throw TransferNotAllowed.tasksOpen();
    }
    Masked masked = TextMask.mask(why, vault.contact(caseId).orElse(null));
    CaseTransferDeclined event =
        hotlineCase.declineTransfer(
            masked.text(), screenings.start(hotlineCase.subject().urgency(), now), now);
    if (masked.changed()) {
      vault.keepText(caseId, "transfer-declined-" + hotlineCase.transfersDeclined(), why);
    }
    journal.say(new Entry(hotlineCase, null, event), doer, now);
    CaseRef stands = cases.saved(hotlineCase);
    screenings.watch(List.of(hotlineCase));
    return stands;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
