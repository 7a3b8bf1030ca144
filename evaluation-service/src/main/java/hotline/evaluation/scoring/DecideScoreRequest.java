package hotline.evaluation.scoring;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.evaluation.archiving.ArchiveTimer;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The centre decides what a unit asked (审核、确认): one proposes, a second confirms or sends back. */
@ApplicationScoped
class DecideScoreRequest {

  private final CaseRepository cases;
  private final ScoreRequestRepository requests;
  private final ArchiveTimer archiving;
  private final CaseLog log;
  private final Clock clock;

  DecideScoreRequest(
      CaseRepository cases,
      ScoreRequestRepository requests,
      ArchiveTimer archiving,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.requests = requests;
    this.archiving = archiving;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  ScoreRequest propose(UUID requestId, boolean grants, String why, IfMatch read, Actor reviewer) {
    HotlineCase about = lockedCase(requestId);
    ScoreRequest request = expected(requestId, read);
    request.proposed(grants, why, reviewer, about.hands(), Speaker.person(reviewer, clock).time());
    requests.flush();
    return request;
  }

  @Transactional
  ScoreRequest confirm(UUID requestId, IfMatch read, Actor second) {
    HotlineCase about = lockedCase(requestId);
    ScoreRequest request = expected(requestId, read);
    Speaker speaker = Speaker.person(second, clock);
    log.append(
        List.of(about.say(request.confirmed(second, about.hands(), speaker.time()), speaker)));
    archiving.lookAgain(about);
    return request;
  }

  @Transactional
  ScoreRequest sendBack(UUID requestId, String why, IfMatch read, Actor second) {
    HotlineCase about = lockedCase(requestId);
    ScoreRequest request = expected(requestId, read);
    request.sentBack(why, second, about.hands());
    requests.flush();
    return request;
  }

  // A reopening ends the request: whoever holds the case sees it as it is.
  private HotlineCase lockedCase(UUID requestId) {
    return cases.locked(List.of(requests.caseOf(requestId))).get(0);
  }

  private ScoreRequest expected(UUID requestId, IfMatch read) {
    ScoreRequest request = requests.get(requestId);
    request.requireVersion(read);
    return request;
  }
}
