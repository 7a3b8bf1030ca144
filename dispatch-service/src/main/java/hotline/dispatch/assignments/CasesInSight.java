package hotline.dispatch.assignments;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.HandledCase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Which cases somebody sees: the centre all, a unit those in which it, or one below it, has a task.
 */
@ApplicationScoped
public class CasesInSight {

  private final CaseRepository cases;
  private final AssignmentRepository assignments;

  CasesInSight(CaseRepository cases, AssignmentRepository assignments) {
    this.cases = cases;
    this.assignments = assignments;
  }

  /**
   * @throws NotFound when there is none, or none that may be seen
   */
  public HandledCase find(Scope scope, UUID caseId) {
    HandledCase of = cases.findByIdOptional(caseId).orElseThrow(CasesInSight::unknown);
    if (!scope.seesUnit(null)
        && assignments.ofCase(caseId).stream().noneMatch(one -> scope.seesUnit(one.unitPath()))) {
      throw unknown();
    }
    return of;
  }

  private static NotFound unknown() {
    return new NotFound("工单", "case");
  }
}
