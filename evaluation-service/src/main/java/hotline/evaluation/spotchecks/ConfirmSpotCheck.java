package hotline.evaluation.spotchecks;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.evaluation.archiving.ArchiveTimer;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.lifecycle.EvaluationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Another supervisor signs what the checker reported (确认), or sends it back. */
@ApplicationScoped
class ConfirmSpotCheck {

  private final CaseRepository cases;
  private final SpotCheckRepository checks;
  private final Checkers checkers;
  private final ArchiveTimer archiving;
  private final CaseLog log;
  private final Clock clock;

  ConfirmSpotCheck(
      CaseRepository cases,
      SpotCheckRepository checks,
      Checkers checkers,
      ArchiveTimer archiving,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.checks = checks;
    this.checkers = checkers;
    this.archiving = archiving;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  SpotCheck confirm(UUID checkId, IfMatch read, Actor second) {
    HotlineCase about = lockedCase(checkId);
    SpotCheck check = expected(checkId, read);
    Speaker speaker = Speaker.person(second, clock);
    log.append(
        List.of(
            about.say(check.confirmed(second, checks.handsOf(about), speaker.time()), speaker)));
    checkers.seen(second, speaker.time());
    archiving.lookAgain(about);
    return check;
  }

  @Transactional
  SpotCheck sendBack(UUID checkId, String why, IfMatch read, Actor second) {
    HotlineCase about = lockedCase(checkId);
    SpotCheck check = expected(checkId, read);
    Speaker speaker = Speaker.person(second, clock);
    EvaluationEvent ended =
        check.sentBack(why, second, about, checks.handsOf(about), speaker.time());
    checkers.seen(second, speaker.time());
    if (ended == null) {
      checks.flush();
    } else {
      log.append(List.of(about.say(ended, speaker)));
    }
    return check;
  }

  private HotlineCase lockedCase(UUID checkId) {
    return cases.locked(List.of(checks.caseOf(checkId))).get(0);
  }

  private SpotCheck expected(UUID checkId, IfMatch read) {
    SpotCheck check = checks.get(checkId);
    check.requireVersion(read);
    return check;
  }
}
