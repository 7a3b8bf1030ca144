package hotline.intake.cases;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.TransferTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Within what time a body outside acknowledges what was handed to it (对方回执时限). */
@ApplicationScoped
class TransferLimits {
  private final LimitRule emergency;
  private final LimitRule other;

  @Inject
  TransferLimits(
      @ConfigProperty(name = "hotline.transfer.emergency-within") String emergency,
      @ConfigProperty(name = "hotline.transfer.other-within") String other) {
    this.emergency = LimitRule.of(emergency);
    this.other = LimitRule.of(other);
  }

  Instant due(TransferTarget target, Instant handedAt, WorkCalendar calendar) {
    return DueTime.compute(
        ClockTerms.of(handedAt, target.emergency() ? emergency : other), calendar);
  }
}
