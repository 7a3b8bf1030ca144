package hotline.intake.incidents;

import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.intake.cases.Doer;
import hotline.intake.texting.QueueTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Writes one message to every caller of an incident (批量答复), all of them in one transaction: killed
 * in the middle of it, nobody is written to, and a second press finds another version.
 */
@ApplicationScoped
class TellCallers {
  private final IncidentStore incidents;
  private final QueueTexts texts;
  private final Clock clock;

  @Inject
  TellCallers(IncidentStore incidents, QueueTexts texts, Clock clock) {
    this.incidents = incidents;
    this.texts = texts;
    this.clock = clock;
  }

  @Transactional
  void tell(UUID id, String typed, IfMatch seen, Doer doer) {
    Violations violations = new Violations();
    String message = Incident.checkMessage(violations, typed);
    violations.throwIfAny();
    Incident incident = incidents.locked(id);
    seen.check(incident.version());
    Incident told = incident.tellCallers();
    if (!texts.on()) {
      throw IncidentRefused.textingOff();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int numbers =
        texts.tellAll(
            incidents.concerned(incident.caseId()),
            QueueTexts.INCIDENT + id + "-" + told.messages(),
            message,
            now);
    incidents.told(told, message, numbers, doer.ref(), now);
  }
}
