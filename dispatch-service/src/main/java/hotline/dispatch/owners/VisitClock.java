package hotline.dispatch.owners;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.supervision.SupervisionLimitStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** When the owner of a case has to meet people next (走访时限). */
@ApplicationScoped
class VisitClock {

  private final SupervisionLimitStore limits;
  private final WorkCalendar calendar;

  VisitClock(SupervisionLimitStore limits, WorkCalendar calendar) {
    this.limits = limits;
    this.calendar = calendar;
  }

  Instant first(Instant from) {
    return due(from, limits.inForce().ownerFirstVisit());
  }

  Instant next(Instant from) {
    return due(from, limits.inForce().ownerVisitEvery());
  }

  private Instant due(Instant from, Limit limit) {
    return DueTime.compute(
        ClockTerms.of(from, LimitRule.of(limit).endingBy(EndRule.END_OF_WORK_DAY)), calendar);
  }
}
