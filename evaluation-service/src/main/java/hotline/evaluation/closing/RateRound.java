package hotline.evaluation.closing;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackPolicy;
import hotline.evaluation.callbacks.PolicyInForce;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.evaluations.Decision;
import hotline.evaluation.evaluations.Rating;
import hotline.evaluation.evaluations.RehandlePolicy;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What a rating does to its round, whoever recorded it: it ends the callback, and the case is
 * closed or handled again. The caller holds the lock on the case.
 */
@ApplicationScoped
public class RateRound {

  private final PolicyInForce policy;
  private final Windows windows;

  RateRound(PolicyInForce policy, Windows windows) {
    this.policy = policy;
    this.windows = windows;
  }

  /** Keeps the rating with its callback; returns what is to be said. */
  public List<Fact> rate(HotlineCase rated, Callback callback, Rating rating, Speaker speaker) {
    CallbackPolicy inForce = policy.get();
    RehandlePolicy rehandle = inForce.rehandle();
    boolean rehandled = inForce.rehandles(rated.urgency(), rated.kind());
    Decision decision = rehandle.decide(rehandled, callback.round(), rating);
    callback.rated(rating, decision, speaker.time(), speaker.actor());
    rated.keepFirstResult(rating.solved(), rating.satisfied());
    return List.of(
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
            speaker));
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
