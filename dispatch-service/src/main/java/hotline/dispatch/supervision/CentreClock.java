package hotline.dispatch.supervision;

import hotline.calendar.ClockHand;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.CentreWords;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CentreApproaching;
import hotline.lifecycle.CentreDuty;
import hotline.lifecycle.CentreMissed;
import hotline.lifecycle.DispatchEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of what the centre itself has to do about a case (派单、审核). It runs from the limit in
 * force and by the calendar in force: only what was said of it is kept.
 */
record CentreClock(CentreDuty duty, int round, Instant start, Limit limit) {

  /** The one that runs; none while the task lies with its unit, or the case with the citizen. */
  static Optional<CentreClock> running(Situation situation, int round, SupervisionLimits limits) {
    if (situation.waitsForDispatch()) {
      return Optional.of(
          new CentreClock(
              CentreDuty.DISPATCH, round, situation.waitingSince(), limits.dispatchWithin()));
    }
    Situation.Task task = situation.task();
    if (task != null && task.disputedAt() != null) {
      return Optional.of(
          new CentreClock(CentreDuty.RULING, round, task.disputedAt(), limits.rulingWithin()));
    }
    return task != null && task.status() == AssignmentStatus.REPLY_SUBMITTED
        ? Optional.of(
            new CentreClock(CentreDuty.REVIEW, round, task.repliedAt(), limits.reviewWithin()))
        : Optional.empty();
  }

  /** Where it stands. */
  ClockHand hand(WorkCalendar calendar, LightRule light, CentreWords said) {
    ClockTerms terms = ClockTerms.of(start, LimitRule.of(limit));
    Instant due = DueTime.compute(terms, calendar);
    return new ClockHand(
        due, light.yellowFrom(terms, calendar), said.missed(start), said.warned(due) ? due : null);
  }

  /** What is to be said now; it is noted as said. */
  Optional<DispatchEvent> tick(ClockHand hand, CentreWords said, Instant now) {
    if (hand.hasRunOut(now)) {
      said.miss(start);
      return Optional.of(new CentreMissed(duty, round, start, hand.due()));
    }
    if (hand.approaches(now)) {
      said.warn(hand.due());
      return Optional.of(new CentreApproaching(duty, round, start, hand.due()));
    }
    return Optional.empty();
  }
}
