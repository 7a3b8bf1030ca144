package hotline.intake.cases;

import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The citizen rates without being called (自助评价): codes in the event, the own words, masked, in a
 * newer file. Evaluation closes the case or has it handled again, as after a call.
 */
@ApplicationScoped
public class RateCase {
  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final ContactVault vault;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  RateCase(
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

  /**
   * @param through the own page or a reply to a text message
   */
  @Transactional
  public CaseRef rate(UUID caseId, OwnRatingForm typed, Channel through) {
    OwnRatingForm form = typed.checked();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase answered = cases.locked(caseId);
    CaseRated rated = answered.rate(form, through, now);
    CaseFile file = form.verbatim() == null ? null : file(answered, rated.round(), form, now);
    journal.say(new Entry(answered, file, rated), Doer.CITIZEN, now);
    return cases.saved(answered);
  }

  /**
   * The same where that round still waits for its rating.
   *
   * @return false where it does not
   */
  @Transactional
  public boolean rateIfAsked(UUID caseId, OwnRatingForm form, Channel through) {
    HotlineCase asked = cases.locked(caseId);
    if (!asked.ownRating().waits() || !asked.ownRatingRound().equals(form.round())) {
      return false;
    }
    rate(caseId, form, through);
    return true;
  }

  private CaseFile file(HotlineCase rated, int round, OwnRatingForm told, Instant now) {
    Masked masked = TextMask.mask(told.verbatim(), vault.contact(rated.id()).orElse(null));
    if (masked.changed()) {
      vault.keepText(rated.id(), ContactVault.OF_A_RATING + round, told.verbatim());
    }
    rated.keepRatingWords(masked.text());
    return rated.file(supplements.of(rated.id()), now);
  }
}
