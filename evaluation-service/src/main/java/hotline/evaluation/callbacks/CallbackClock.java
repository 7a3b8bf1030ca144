package hotline.evaluation.callbacks;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of a callback (回访时限): it starts when the reply passed. */
record CallbackClock(Instant start, Limit limit, Instant due, Instant yellowFrom) {

  static CallbackClock start(Instant at, LimitRule rule, WorkCalendar calendar) {
    ClockTerms terms = ClockTerms.of(at, rule);
    return new CallbackClock(
        at,
        rule.limit(),
        DueTime.compute(terms, calendar),
        // As exact as the database keeps it.
        LightRule.DEFAULT.yellowFrom(terms, calendar).truncatedTo(ChronoUnit.MICROS));
  }
}
