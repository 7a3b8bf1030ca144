package hotline.intake.incidents;

import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.intake.cases.Doer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Ends an incident with a note: its script is read no more (结束). Its cases go on as they are. */
@ApplicationScoped
class EndIncident {
  private final IncidentStore incidents;
  private final Clock clock;

  @Inject
  EndIncident(IncidentStore incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  @Transactional
  void end(UUID id, String closingNote, IfMatch seen, Doer doer) {
    Violations violations = new Violations();
    String note = Incident.checkNote(violations, closingNote);
    violations.throwIfAny();
    Incident incident = incidents.locked(id);
    seen.check(incident.version());
    incidents.end(incident.end(note, doer.ref(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
