package hotline.dispatch.timekeeping;

import hotline.calendar.CalendarYearMissing;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.TimeRulesInForce;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Alarms three months before a year without its holiday notice would be guessed. */
@ApplicationScoped
class MissingYears {

  private static final Period AHEAD = Period.ofMonths(3);

  private final TimeRulesInForce timeRules;
  private final Clock clock;

  MissingYears(TimeRulesInForce timeRules, Clock clock) {
    this.timeRules = timeRules;
    this.clock = clock;
  }

  void register(@Observes StartupEvent started, MeterRegistry registry) {
    Gauge.builder(
            "hotline.calendar.years.missing", this, years -> years.of(timeRules.calendar()).size())
        .description("Years within three months whose holiday notice was not imported")
        .strongReference(true)
        .register(registry);
  }

  List<CalendarYearMissing> of(WorkCalendar calendar) {
    LocalDate today = calendar.dateOf(clock.instant());
    return calendar.missingBetween(today, today.plus(AHEAD));
  }
}
