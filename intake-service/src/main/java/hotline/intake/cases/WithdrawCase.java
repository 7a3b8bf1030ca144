package hotline.intake.cases;

import hotline.access.Invalid;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.WithdrawalReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** The citizen takes a request back (撤诉). */
@ApplicationScoped
public class WithdrawCase {
  private final CaseRepository cases;
  private final CaseRefusals refusals;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  WithdrawCase(CaseRepository cases, CaseRefusals refusals, CaseJournal journal, Clock clock) {
    this.cases = cases;
    this.refusals = refusals;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  public CaseRef withdraw(UUID caseId, String typedReason, Doer doer) {
    WithdrawalReason reason = reason(typedReason);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    CaseWithdrawn withdrawn = hotlineCase.withdraw(reason, now);
    refusals.drop(hotlineCase, doer, now);
    journal.say(new Entry(hotlineCase, null, withdrawn), doer, now);
    return cases.saved(hotlineCase);
  }

  static WithdrawalReason reason(String typed) {
    return Arrays.stream(WithdrawalReason.values())
        .filter(WithdrawalReason::isOfTheCitizen)
        .filter(reason -> reason.name().equals(typed) || reason.zh().equals(typed))
        .findFirst()
        .orElseThrow(WithdrawCase::noReason);
  }

  private static Invalid noReason() {
    return new Invalid(
        "reason",
        "unknown-value",
        "请选择撤诉原因："
            + Arrays.stream(WithdrawalReason.values())
                .filter(WithdrawalReason::isOfTheCitizen)
                .map(WithdrawalReason::zh)
                .collect(Collectors.joining("、"))
            + "。",
        "Say why: "
            + Arrays.stream(WithdrawalReason.values())
                .filter(WithdrawalReason::isOfTheCitizen)
                .map(WithdrawalReason::name)
                .collect(Collectors.joining(", "))
            + ".");
  }
}
