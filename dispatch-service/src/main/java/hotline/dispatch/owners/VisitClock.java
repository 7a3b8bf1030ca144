package hotline.dispatch.owners;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.SupervisionLimitStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** When the owner of a case has to meet people next (走访时限). */
@ApplicationScoped
class VisitClock {

  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;

  VisitClock(SupervisionLimitStore limits, TimeRulesInForce timeRules) {
    this.limits = limits;
    this.timeRules = timeRules;
  }

  Instant first(Instant from) {
    return due(from, limits.inForce().ownerFirstVisit());
  }

  Instant next(Instant from) {
    return due(from, limits.inForce().ownerVisitEvery());
  }

  private Instant due(Instant from, Limit limit) {
    return DueTime.compute(
        ClockTerms.of(from, LimitRule.of(limit).endingBy(EndRule.END_OF_WORK_DAY)),
        timeRules.calendar());
  }
}
