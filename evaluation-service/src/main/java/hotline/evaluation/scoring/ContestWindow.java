package hotline.evaluation.scoring;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.evaluation.callbacks.PolicyInForce;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Until when a unit may contest that a closed case or its rating counts (剔除与申诉期限). It is counted
 * from the closing and kept with it: no later calendar opens it again.
 */
@ApplicationScoped
public class ContestWindow {

  private final PolicyInForce policy;
  private final CityCalendars calendars;

  ContestWindow(PolicyInForce policy, CityCalendars calendars) {
    this.policy = policy;
    this.calendars = calendars;
  }

  public Instant until(Instant closedAt) {
    return DueTime.compute(
        ClockTerms.of(closedAt, policy.get().contest()), calendars.recent().calendar());
  }
}
