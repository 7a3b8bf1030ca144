package hotline.evaluation.spotchecks;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.SpotCheckObstacle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A supervisor takes a drawn case, goes there, and says what was found (核查). */
@ApplicationScoped
class ReportSpotCheck {

  private final CaseRepository cases;
  private final SpotCheckRepository checks;
  private final Checkers checkers;
  private final Clock clock;

  ReportSpotCheck(
      CaseRepository cases, SpotCheckRepository checks, Checkers checkers, Clock clock) {
    this.cases = cases;
    this.checks = checks;
    this.checkers = checkers;
    this.clock = clock;
  }

  @Transactional
  SpotCheck take(UUID checkId, IfMatch read, Actor supervisor) {
    HotlineCase about = lockedCase(checkId);
    SpotCheck check = expected(checkId, read);
    Instant now = Speaker.person(supervisor, clock).time();
    check.taken(supervisor, about, checks.handsOf(about), now);
    checkers.seen(supervisor, now);
    checks.flush();
    return check;
  }

  /**
   * Another one goes there.
   *
   * @param userRef who is on the list of checkers
   */
  @Transactional
  SpotCheck give(UUID checkId, String userRef, IfMatch read, Actor supervisor) {
    HotlineCase about = lockedCase(checkId);
    SpotCheck check = checks.get(checkId);
    Set<String> hands = checks.handsOf(about);
    // Before anything else: who is not free does not learn from the list who else is not.
    check.requireFree(supervisor, hands);
    check.requireVersion(read);
    Instant now = Speaker.person(supervisor, clock).time();
    check.given(checkers.get(userRef), supervisor, about, hands, now);
    checkers.seen(supervisor, now);
    checks.flush();
    return check;
  }

  @Transactional
  SpotCheck found(UUID checkId, FieldReport report, IfMatch read, Actor checker) {
    HotlineCase about = lockedCase(checkId);
    SpotCheck check = expected(checkId, read);
    Instant now = Speaker.person(checker, clock).time();
    check.found(report, checker, about, checks.handsOf(about), now);
    checkers.seen(checker, now);
    checks.flush();
    return check;
  }

  @Transactional
  SpotCheck hindered(UUID checkId, SpotCheckObstacle by, String why, IfMatch read, Actor checker) {
    HotlineCase about = lockedCase(checkId);
    SpotCheck check = expected(checkId, read);
    Instant now = Speaker.person(checker, clock).time();
    check.hindered(by, why, checker, about, checks.handsOf(about), now);
    checkers.seen(checker, now);
    checks.flush();
    return check;
  }

  // A reopening ends the check: whoever holds the case sees it as it is.
  private HotlineCase lockedCase(UUID checkId) {
    return cases.locked(List.of(checks.caseOf(checkId))).get(0);
  }

  private SpotCheck expected(UUID checkId, IfMatch read) {
    SpotCheck check = checks.get(checkId);
    check.requireVersion(read);
    return check;
  }
}
