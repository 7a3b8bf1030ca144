package hotline.evaluation.callbacks;

import hotline.calendar.WorkCalendar;
import hotline.evaluation.evaluations.Rating;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One callback as its agent may see it. */
@ApplicationScoped
class ReadCallback {

  private final CallbackRepository callbacks;
  private final PolicyInForce policy;
  private final EntityManager entities;
  private final CityCalendars calendars;
  private final Clock clock;

  ReadCallback(
      CallbackRepository callbacks,
      PolicyInForce policy,
      EntityManager entities,
      CityCalendars calendars,
      Clock clock) {
    this.callbacks = callbacks;
    this.policy = policy;
    this.entities = entities;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Transactional
  CallbackDetail read(UUID callbackId) {
    Callback callback = callbacks.get(callbackId);
    Tuple about = about(callback);
    Instant now = clock.instant();
    WorkCalendar calendar = calendars.recent().calendar();
    Instant due = callback.callbackDue();
    return new CallbackDetail(
        callbackId,
        callback.caseId(),
        callback.caseNo(),
        callback.round(),
        about.get("title", String.class),
        about.get("content", String.class),
        about.get("demand", String.class),
        callback.round() == Handled.DIRECTLY ? about.get("direct_answer", String.class) : null,
        about.get("kind", String.class),
        about.get("urgency", String.class),
        callback.wantsCallback(),
        callback.withMain(),
        callback.status(),
        callback.attempts(),
        callback.openedAt(),
        due,
        callback.overdueSince() != null,
        callback.light(now),
        callback.isOpen() ? calendar.remainingWork(now, due).toMinutes() : 0,
        attempts(callbackId),
        policy.get().quietHours().orElse(null),
        about.get("callback_open", Boolean.class)
            ? null
            : new CallbackDetail.HandledBy(callback.unitId(), about.get("unit_name", String.class)),
        evaluation(callback, about.get("rating_words", String.class)),
        callback.decision(),
        callback.endedAt(),
        callback.version());
  }

  private Tuple about(Callback callback) {
    return (Tuple)
        entities
            .createNativeQuery(
                """
                select h.kind, h.urgency, f.title, f.content, f.demand, f.direct_answer, u.name_zh as unit_name,
                       f.rating_words ->> :round as rating_words,
                       %s as callback_open
                  from hotline_case h
                  left join case_file f using (case_id)
                  left join unit u on u.unit_id = :unit
                 where h.case_id = :id"""
                    .formatted(CallbackRepository.CASE_HAS_OPEN),
                Tuple.class)
            .setParameter("id", callback.caseId())
            .setParameter("unit", callback.unitId())
            .setParameter("round", Integer.toString(callback.round()))
            .getSingleResult();
  }

  private List<CallbackDetail.Attempt> attempts(UUID callbackId) {
    return entities
        .createQuery(
            """
            select new hotline.evaluation.callbacks.CallbackDetail$Attempt(
                     a.id.attemptNo, a.result, a.note, a.attemptedAt, a.actor)
              from CallbackAttempt a where a.id.callbackId = :id order by a.id.attemptNo""",
            CallbackDetail.Attempt.class)
        .setParameter("id", callbackId)
        .getResultList();
  }

  /**
   * @param ownWords what the citizen wrote in the case file with a rating of this round; null when
   *     nothing, or when an agent was told it
   */
  private static CallbackDetail.Evaluation evaluation(Callback callback, String ownWords) {
    Rating rating = callback.rating();
    return rating == null
        ? null
        : new CallbackDetail.Evaluation(
            rating.responded(),
            rating.solved(),
            rating.satisfied(),
            rating.requestTrue(),
            rating.reason(),
            rating.via(),
            rating.via().isWithoutCall() ? ownWords : rating.verbatim(),
            callback.endedAt());
  }
}
