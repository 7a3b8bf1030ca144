package hotline.evaluation.closing;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.evaluations.Rating;
import hotline.evaluation.log.CaseLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The citizen rates the round on the telephone (登记评价), and the case is closed or handled again. */
@ApplicationScoped
class RateCallback {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final RateRound round;
  private final CaseLog log;
  private final Clock clock;

  RateCallback(
      CaseRepository cases,
      CallbackRepository callbacks,
      RateRound round,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.callbacks = callbacks;
    this.round = round;
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
    log.append(round.rate(rated, callback, rating, Speaker.person(agent, clock)));
    return callback;
  }
}
