package hotline.evaluation.callbacks;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.lifecycle.CallbackAttempted;
import hotline.lifecycle.CallbackResult;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/** An agent called the citizen back (登记回访). */
@ApplicationScoped
class RecordAttempt {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final PolicyInForce policy;
  private final EntityManager entities;
  private final CaseLog log;
  private final CityCalendars calendars;
  private final Clock clock;

  RecordAttempt(
      CaseRepository cases,
      CallbackRepository callbacks,
      PolicyInForce policy,
      EntityManager entities,
      CaseLog log,
      CityCalendars calendars,
      Clock clock) {
    this.cases = cases;
    this.callbacks = callbacks;
    this.policy = policy;
    this.entities = entities;
    this.log = log;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Transactional
  Callback record(UUID callbackId, IfMatch read, CallbackResult result, String note, Actor agent) {
    HotlineCase called = cases.lockedByCallback(callbackId);
    Callback callback = callbacks.get(callbackId);
    FourEyes.requireSomeoneElse(agent, called.hands());
    callback.requireVersion(read);
    Speaker speaker = Speaker.person(agent, clock);
    ZonedDateTime now = speaker.time().atZone(calendars.recent().calendar().zone());
    policy.get().quietHours().ifPresent(quiet -> quiet.requireOver(result, now));
    int number = callback.attempted(result, speaker.time(), now.toLocalDate());
    entities.persist(
        new CallbackAttempt(
            new CallbackAttempt.Id(callbackId, number),
            result,
            note,
            speaker.time(),
            agent.userId()));
    log.append(
        List.of(
            called.say(
                new CallbackAttempted(callbackId, callback.round(), number, result), speaker)));
    return callback;
  }
}
