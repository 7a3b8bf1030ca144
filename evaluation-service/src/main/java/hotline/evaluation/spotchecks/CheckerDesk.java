package hotline.evaluation.spotchecks;

import hotline.access.Actor;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.Speaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A supervisor says the own post (登记岗位) and can be named as a checker from then on. */
@ApplicationScoped
class CheckerDesk {

  private final CaseRepository cases;
  private final SpotCheckRepository checks;
  private final Checkers checkers;
  private final Clock clock;

  CheckerDesk(CaseRepository cases, SpotCheckRepository checks, Checkers checkers, Clock clock) {
    this.cases = cases;
    this.checks = checks;
    this.checkers = checkers;
    this.clock = clock;
  }

  @Transactional
  Checker say(Actor supervisor, String post) {
    Checker said =
        new Checker(supervisor.userId(), supervisor.unitId(), supervisor.unitPath(), post);
    checkers.save(said, Speaker.person(supervisor, clock).time());
    return said;
  }

  /**
   * Who is on the list.
   *
   * @param checkId only those who may make this check; null for all
   */
  @Transactional
  List<Checker> list(UUID checkId) {
    List<Checker> all = checkers.all();
    if (checkId == null) {
      return all;
    }
    SpotCheck check = checks.get(checkId);
    Set<String> hands = checks.handsOf(cases.findById(check.caseId()));
    return all.stream().filter(one -> check.mayBeMadeBy(one, hands)).toList();
  }
}
