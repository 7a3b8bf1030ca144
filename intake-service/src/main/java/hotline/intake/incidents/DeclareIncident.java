package hotline.intake.incidents;

import hotline.access.Violations;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.Doer;
import hotline.intake.cases.HotlineCase;
import hotline.intake.reference.Directories;
import hotline.lifecycle.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Declares an incident from an open case, which becomes the parent of what others report (发起). */
@ApplicationScoped
class DeclareIncident {
  private final IncidentStore incidents;
  private final CaseRepository cases;
  private final Directories directories;
  private final Clock clock;

  @Inject
  DeclareIncident(
      IncidentStore incidents, CaseRepository cases, Directories directories, Clock clock) {
    this.incidents = incidents;
    this.cases = cases;
    this.directories = directories;
    this.clock = clock;
  }

  /**
   * @param caseRef id or number of the parent
   * @param categoryCode null for that of the parent
   */
  @Transactional
  UUID declare(
      String caseRef, String name, String area, String categoryCode, String script, Doer doer) {
    Violations violations = new Violations();
    violations.required(caseRef, "parentCase");
    String checkedName = Incident.checkName(violations, name);
    String checkedArea = Incident.checkArea(violations, area);
    String checkedScript = Incident.checkScript(violations, script);
    String category = categoryCode == null || categoryCode.isBlank() ? null : categoryCode.strip();
    violations.require(
        category == null || directories.current().category(category).isPresent(),
        "categoryCode",
        "unknown-value",
        "没有这个诉求分类，请重新选择，或留空使用主单的分类。",
        "There is no such category; choose another, or none for that of the parent.");
    violations.throwIfAny();
    HotlineCase parent = cases.known(caseRef.strip());
    Incident.requireParent(parent);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Incident declared =
        Incident.declare(
            Uuid7.at(now),
            parent.id(),
            checkedName,
            checkedArea,
            category == null ? parent.subject().categoryCode() : category,
            doer.ref(),
            now);
    // Two who declare it at once: the second is told of the first.
    if (!incidents.insert(declared, checkedScript)) {
      throw IncidentRefused.known(incidents.ofCase(parent.id()));
    }
    return declared.id();
  }
}
