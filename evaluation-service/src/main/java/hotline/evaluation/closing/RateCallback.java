package hotline.evaluation.closing;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackPolicy;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.callbacks.PolicyInForce;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.evaluations.Decision;
import hotline.evaluation.evaluations.Rating;
import hotline.evaluation.evaluations.RehandlePolicy;
import hotline.evaluation.log.CaseLog;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.LifecycleEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The citizen rates the round (登记评价), and the case is closed or handled again. */
@ApplicationScoped
class RateCallback {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final PolicyInForce policy;
  private final Windows windows;
  private final CaseLog log;
  private final Clock clock;

  RateCallback(
      CaseRepository cases,
      CallbackRepository callbacks,
      PolicyInForce policy,
      Windows windows,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.callbacks = callbacks;
    this.policy = policy;
    this.windows = windows;
    this.log = log;
    this.clock = clock;
  }

  /** Stores the rating and says what follows from it. */
  @Transactional
  Callback rate(UUID callbackId, IfMatch read, Rating rating, Actor agent) {
    HotlineCase rated = cases.lockedByCallback(callbackId);
    Callback callback = callbacks.get(callbackId);
    FourEyes.requireSomeoneElse(agent, rated.hands());
    callback.requireVersion(read);
    CallbackPolicy inForce = policy.get();
    RehandlePolicy rehandle = inForce.rehandle();
    boolean rehandled = inForce.rehandles(rated.urgency(), rated.kind());
    Decision decision = rehandle.decide(rehandled, callback.round(), rating);
    Speaker speaker = Speaker.person(agent, clock);
    callback.rated(rating, decision, speaker.time(), agent.userId());
    rated.keepFirstResult(rating.solved(), rating.satisfied());
    log.append(
        List.of(
            rated.say(recorded(callback), speaker),
            rated.say(
                switch (decision) {
                  case REHANDLE -> rehandleOrdered(callback);
                  case CLOSED ->
                      Closing.rated(
                          rated,
                          callback,
                          rehandle.closedBy(rehandled, rating),
                          windows.open(rated, callback, speaker.time()));
                },
                speaker)));
    return callback;
  }

  private static LifecycleEvent recorded(Callback callback) {
    Rating rating = callback.rating();
    return new EvaluationRecorded(
        callback.callbackId(),
        callback.round(),
        callback.unitId(),
        callback.unitPath(),
        rating.responded(),
        rating.solved(),
        rating.satisfied(),
        rating.requestTrue(),
        rating.reason(),
        rating.via());
  }

  private static LifecycleEvent rehandleOrdered(Callback callback) {
    return new CaseRehandleOrdered(
        callback.round() + 1, callback.unitId(), callback.rating().reason());
  }
}
