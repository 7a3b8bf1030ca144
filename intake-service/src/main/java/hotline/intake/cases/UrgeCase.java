package hotline.intake.cases;

import hotline.intake.cases.CaseJournal.Entry;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The citizen urges an open case (催办). */
@ApplicationScoped
public class UrgeCase {
  private final CaseRepository cases;
  private final CaseJournal journal;
  private final Clock clock;
  private final Duration every;

  @Inject
  UrgeCase(
      CaseRepository cases,
      CaseJournal journal,
      Clock clock,
      @ConfigProperty(name = "hotline.urge.every") Duration every) {
    this.cases = cases;
    this.journal = journal;
    this.clock = clock;
    this.every = every;
  }

  @Transactional
  public CaseRef urge(UUID caseId, Channel through, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    CaseUrged urged = hotlineCase.urge(through, now, every);
    journal.say(new Entry(hotlineCase, null, urged), doer, now);
    return cases.saved(hotlineCase);
  }
}
