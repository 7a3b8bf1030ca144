package hotline.evaluation.scoring;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A unit asks that its closed case or the rating of it does not count (申请剔除、考核申诉). */
@ApplicationScoped
class AskAboutScore {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final ScoreRequestRepository requests;
  private final CaseLog log;
  private final Clock clock;

  AskAboutScore(
      CaseRepository cases,
      CallbackRepository callbacks,
      ScoreRequestRepository requests,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.callbacks = callbacks;
    this.requests = requests;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  ScoreRequest ask(UUID caseId, Asking asking, IfMatch read, Actor member) {
    HotlineCase about =
        cases.locked(List.of(caseId)).stream().findFirst().orElseThrow(AskAboutScore::notFound);
    // The unit of the result, or while there is none the one that has the case.
    Callback ended = callbacks.closing(caseId, about.round());
    String unitPath = ended == null ? about.leadUnitPath() : ended.unitPath();
    if (!Scope.of(member).mayActForUnit(unitPath)) {
      throw notFound();
    }
    Speaker speaker = Speaker.person(member, clock);
    boolean asked = ended != null && requests.isAsked(caseId, ended.round(), asking.kind());
    Hindrance.of(asking.kind(), about.status(), ended, asked, speaker.time())
        .ifPresent(
            hindrance -> {
              throw new MayNotAsk(hindrance);
            });
    read.check(ScoringVersion.of(about.round(), ended, requests.changesOf(caseId)));
    ScoreRequest request = ScoreRequest.asked(asking, ended, about, speaker);
    requests.persist(request);
    log.append(List.of(about.say(request.asked(), speaker)));
    return request;
  }

  private static NotFound notFound() {
    return new NotFound("工单", "case");
  }
}
