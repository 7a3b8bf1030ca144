package hotline.dispatch.disputes;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long the rulings of the last ninety days took. */
@ApplicationScoped
class ReadRulingTimes {

  private static final Duration WITHIN = Duration.ofDays(90);

  private final DisputeRepository disputes;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  ReadRulingTimes(DisputeRepository disputes, TimeRulesInForce timeRules, Clock clock) {
    this.disputes = disputes;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  RulingTimes read() {
    Instant from = Cause.now(clock).minus(WITHIN);
    WorkCalendar calendar = timeRules.recent().calendar();
    List<Long> workMinutes =
        disputes.ruledSince(from).stream()
            .map(one -> calendar.workMinutesBetween(one.openedAt(), one.ruledAt()))
            .toList();
    return RulingTimes.of(from, workMinutes);
  }
}
