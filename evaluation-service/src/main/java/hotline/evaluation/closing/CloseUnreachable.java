package hotline.evaluation.closing;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.callbacks.PolicyInForce;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.lifecycle.Answer;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.Solved;
import hotline.lifecycle.UnreachableReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Nobody could be reached (无法接通) or is to be called: the case is closed with every answer unknown.
 */
@ApplicationScoped
class CloseUnreachable {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final PolicyInForce policy;
  private final Windows windows;
  private final CaseLog log;
  private final Clock clock;

  CloseUnreachable(
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

  /** Ends the callback and the case, if the policy's attempts are used up or none is asked for. */
  @Transactional
  Callback close(UUID callbackId, IfMatch read, Actor lead) {
    HotlineCase silent = cases.lockedByCallback(callbackId);
    Callback callback = callbacks.get(callbackId);
    FourEyes.requireSomeoneElse(lead, silent.hands());
    callback.requireVersion(read);
    Speaker speaker = Speaker.person(lead, clock);
    UnreachableReason reason =
        callback.givenUp(policy.get().unreachable(), speaker.time(), lead.userId());
    silent.keepFirstResult(Solved.UNKNOWN, Answer.UNKNOWN);
    log.append(
        List.of(
            silent.say(
                new EvaluationUnreachable(
                    callbackId, callback.round(), callback.unitId(), callback.attempts(), reason),
                speaker),
            silent.say(
                Closing.unreachable(
                    silent, callback, windows.open(silent, callback, speaker.time())),
                speaker)));
    return callback;
  }
}
