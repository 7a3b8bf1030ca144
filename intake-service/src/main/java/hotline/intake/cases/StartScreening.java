package hotline.intake.cases;

import hotline.lifecycle.Urgency;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;

/** Screening begins anew for a case that came back: with a limit, a clock and its words. */
@ApplicationScoped
class StartScreening {
  private final ScreeningLimits limits;
  private final ScreeningTimer timer;
  private final CityCalendars calendars;

  @Inject
  StartScreening(ScreeningLimits limits, ScreeningTimer timer, CityCalendars calendars) {
    this.limits = limits;
    this.timer = timer;
    this.calendars = calendars;
  }

  ScreeningClock start(Urgency urgency, Instant at) {
    return ScreeningClock.start(at, limits.of(urgency), calendars.recent());
  }

  /** From now on the clock of each of these is listened to. */
  void watch(Collection<HotlineCase> waiting) {
    timer.set(waiting);
  }
}
