package hotline.intake.cases;

import hotline.access.IfMatch;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.knowledge.ReadOut;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.reference.DirectoryNotReady;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The centre answers a case at once (直接答复): a newer file, and the event that says so. */
@ApplicationScoped
public class AnswerDirectly {
  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final CaseRefusals refusals;
  private final ContactVault vault;
  private final CaseJournal journal;
  private final Directories directories;
  private final ReadOut readOut;
  private final Clock clock;

  @Inject
  AnswerDirectly(
      CaseRepository cases,
      CaseSupplements supplements,
      CaseRefusals refusals,
      ContactVault vault,
      CaseJournal journal,
      Directories directories,
      ReadOut readOut,
      Clock clock) {
    this.cases = cases;
    this.supplements = supplements;
    this.refusals = refusals;
    this.vault = vault;
    this.journal = journal;
    this.directories = directories;
    this.readOut = readOut;
    this.clock = clock;
  }

  @Transactional
  public CaseRef answer(UUID caseId, DirectAnswerForm typed, IfMatch expected, Doer doer) {
    DirectAnswerForm form = typed.checked();
    ReadOut.Source source = readOut.of(form.knowledgeItem(), form.knowledgeVersion());
    Unit centre = centre(doer);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    expected.check(hotlineCase.version());
    Masked masked = TextMask.maskAnswer(form.answer(), vault.contact(caseId).orElse(null));
    CaseAnsweredDirect answered =
        hotlineCase.answerDirectly(
            new DirectAnswer(now, doer.ref(), masked.text(), source.item(), source.version()),
            centre);
    refusals.drop(hotlineCase, doer, now);
    if (masked.changed()) {
      vault.keepText(caseId, "direct-answer", form.answer());
    }
    journal.say(
        new Entry(hotlineCase, hotlineCase.file(supplements.of(caseId), now), answered), doer, now);
    return cases.saved(hotlineCase);
  }

  /** The unit of who answers; of who has none, the centre at the top of the directory. */
  private Unit centre(Doer doer) {
    Directory known = directories.required();
    return known.unit(doer.unit()).or(known::top).orElseThrow(DirectoryNotReady::new);
  }
}
