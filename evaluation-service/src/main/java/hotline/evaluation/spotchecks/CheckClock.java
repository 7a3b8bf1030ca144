package hotline.evaluation.spotchecks;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LightRule;
import hotline.calendar.LimitRule;
import hotline.relay.quarkus.CityCalendars;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of a spot check (核查时限): it starts with the draw. */
record CheckClock(LimitRule limit, Instant due, Instant yellowFrom, int calendarVersion) {

  static CheckClock start(Instant drawnAt, LimitRule limit, CityCalendars.InForce calendar) {
    ClockTerms terms = ClockTerms.of(drawnAt, limit);
    return new CheckClock(
        limit,
        DueTime.compute(terms, calendar.calendar()),
        // As exact as the database keeps it.
        LightRule.DEFAULT.yellowFrom(terms, calendar.calendar()).truncatedTo(ChronoUnit.MICROS),
        calendar.version());
  }
}
