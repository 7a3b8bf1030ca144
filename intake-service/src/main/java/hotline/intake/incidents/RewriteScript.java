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

/** All seats read another text from now on; those before stay known (更新话术). */
@ApplicationScoped
class RewriteScript {
  private final IncidentStore incidents;
  private final Clock clock;

  @Inject
  RewriteScript(IncidentStore incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  @Transactional
  void rewrite(UUID id, String script, IfMatch seen, Doer doer) {
    Violations violations = new Violations();
    String text = Incident.checkScript(violations, script);
    violations.throwIfAny();
    Incident incident = incidents.locked(id);
    seen.check(incident.version());
    incidents.rewrite(
        incident.rewriteScript(), text, doer.ref(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
