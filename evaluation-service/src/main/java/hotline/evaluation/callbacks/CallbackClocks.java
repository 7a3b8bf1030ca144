package hotline.evaluation.callbacks;

import hotline.access.NotFound;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Explanation;
import hotline.calendar.LimitRule;
import hotline.evaluation.cases.HotlineCase;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The callback clocks of a case in every round, for one case's life on one page (一案一页). */
@ApplicationScoped
class CallbackClocks {

  private final CallbackRepository callbacks;
  private final EntityManager entities;
  private final CityCalendars calendars;
  private final Clock clock;

  CallbackClocks(
      CallbackRepository callbacks, EntityManager entities, CityCalendars calendars, Clock clock) {
    this.callbacks = callbacks;
    this.entities = entities;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Whether it runs, was met, or ended without being met. */
  @Schema(name = "CallbackClockState")
  enum State {
    RUNNING,
    MET,
    ENDED
  }

  /**
   * @param limit such as {@code 3wd}; null of a callback of before this was kept
   * @param stoppedAt null while it runs
   * @param late whether the due time has passed before that, or by now
   * @param explanation each span that was counted and skipped; null when the limit is not known
   */
  @Schema(name = "CallbackClock")
  record View(
      int round,
      String limit,
      String policy,
      Instant startedAt,
      Instant dueAt,
      Instant stoppedAt,
      State state,
      boolean late,
      Explanation explanation) {}

  /** A list that is whole, the first round first. */
  @Schema(name = "CallbackClocks")
  record Clocks(UUID caseId, List<View> items, long count) {}

  @Transactional
  Clocks of(UUID caseId) {
    if (entities.find(HotlineCase.class, caseId) == null) {
      throw new NotFound("工单", "case");
    }
    Instant now = clock.instant();
    List<View> items = callbacks.ofCase(caseId).stream().map(one -> view(one, now)).toList();
    return new Clocks(caseId, items, items.size());
  }

  private View view(Callback callback, Instant now) {
    Instant stopped = callback.endedAt();
    return new View(
        callback.round(),
        callback.callbackLimit(),
        callback.policyVersion(),
        callback.openedAt(),
        callback.callbackDue(),
        stopped,
        state(callback.status()),
        callback.overdueSince() != null
            || (stopped == null ? now : stopped).isAfter(callback.callbackDue()),
        explanation(callback));
  }

  private Explanation explanation(Callback callback) {
    return callback.callbackLimit() == null
        ? null
        : DueTime.explain(
            ClockTerms.of(callback.openedAt(), LimitRule.of(callback.callbackLimit())),
            calendars.calendar(callback.calendarVersion()));
  }

  private static State state(CallbackStatus status) {
    return switch (status) {
      case OPEN -> State.RUNNING;
      case EVALUATED, UNREACHABLE -> State.MET;
      case CANCELLED -> State.ENDED;
    };
  }
}
