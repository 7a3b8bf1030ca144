package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.access.Violations;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A closed case is to be handled again (申请重开). It is asked for here by everybody, the citizen and
 * the centre alike: so nobody asks who has not heard of the closing, and what is told with it goes
 * into the file that the unit reads. Evaluation reopens it.
 */
@ApplicationScoped
public class ReopenCase {
  private static final int LONGEST = 2_000;

  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final ContactVault vault;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  ReopenCase(
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

  /** On what word somebody of the centre asks: a supervisor on the own, others on the citizen's. */
  static ReopenedBy by(Actor actor) {
    if (actor.is(Role.SUPERVISOR)) {
      return ReopenedBy.SUPERVISOR;
    }
    return actor.is(Role.CALLBACK_LEAD) ? ReopenedBy.CALLBACK_LEAD : ReopenedBy.OPERATOR;
  }

  /**
   * @param typedText what is told with it; may be missing
   */
  @Transactional
  public CaseRef ask(UUID caseId, String typedReason, String typedText, ReopenedBy by, Doer doer) {
    Violations violations = new Violations();
    ReopenReason reason = reason(violations, typedReason, by);
    String told = FormText.read(violations, typedText, LONGEST, "text");
    violations.throwIfAny();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase closed = cases.locked(caseId);
    CaseReopenRequested request = closed.requestReopening(reason, by, now);
    CaseFile file = told == null ? null : file(closed, told, by, now);
    journal.say(new Entry(closed, file, request), doer, now);
    return cases.saved(closed);
  }

  private CaseFile file(HotlineCase closed, String told, ReopenedBy by, Instant now) {
    int number = closed.nextSupplement();
    Masked masked = TextMask.mask(told, vault.contact(closed.id()).orElse(null));
    if (masked.changed()) {
      vault.keepText(closed.id(), "supplement-" + number, told);
    }
    List<Supplement> all =
        supplements.addForReopening(
            closed.id(),
            new Supplement(number, now, masked.text()),
            by == ReopenedBy.CITIZEN ? Channel.WEB : Channel.PHONE);
    return closed.file(all, now);
  }

  /** What a spot check found only a supervisor can say. */
  private static ReopenReason reason(Violations violations, String typed, ReopenedBy by) {
    List<ReopenReason> possible =
        Arrays.stream(ReopenReason.values())
            .filter(reason -> reason != ReopenReason.SPOT_CHECK || by == ReopenedBy.SUPERVISOR)
            .toList();
    ReopenReason chosen =
        possible.stream()
            .filter(reason -> reason.name().equals(typed) || reason.zh().equals(typed))
            .findFirst()
            .orElse(null);
    violations.require(
        chosen != null,
        "reason",
        "unknown-value",
        "请选择重开原因：" + possible.stream().map(ReopenReason::zh).collect(Collectors.joining("、")) + "。",
        "Say why: "
            + possible.stream().map(ReopenReason::name).collect(Collectors.joining(", "))
            + ".");
    return chosen;
  }
}
