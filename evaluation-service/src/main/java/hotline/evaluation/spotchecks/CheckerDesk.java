package hotline.evaluation.spotchecks;

import hotline.access.Actor;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.Speaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A supervisor says the own post (登记岗位) and can be named as a checker from then on. */
@ApplicationScoped
class CheckerDesk {

  private static final Logger LOG = Logger.getLogger(CheckerDesk.class);

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
        new Checker(
            supervisor.userId(),
            supervisor.unitId(),
            supervisor.unitPath(),
            post,
            Speaker.person(supervisor, clock).time());
    checkers.save(said);
    return said;
  }

  /**
   * A supervisor leaves the list, or takes somebody off it who is no checker any more. What is in
   * hand stays there until another takes it over.
   */
  @Transactional
  Checker remove(Actor supervisor, String userRef) {
    Checker gone = checkers.get(userRef);
    checkers.remove(userRef);
    LOG.infof("The checker %s is taken off the list by user %s", userRef, supervisor.userId());
    return gone;
  }

  /**
   * Who is on the list.
   *
   * @param checkId only those who may make this check and were seen of late, for somebody who may
   *     make it as well: what is left out tells who had a hand in the case; null for all
   */
  @Transactional
  List<Checker> list(UUID checkId, Actor supervisor) {
    List<Checker> all = checkers.all();
    if (checkId == null) {
      return all;
    }
    SpotCheck check = checks.get(checkId);
    Set<String> hands = checks.handsOf(cases.findById(check.caseId()));
    check.requireFree(supervisor, hands);
    Instant now = clock.instant();
    return all.stream().filter(one -> one.isOffered(now) && check.mayBeMadeBy(one, hands)).toList();
  }
}
