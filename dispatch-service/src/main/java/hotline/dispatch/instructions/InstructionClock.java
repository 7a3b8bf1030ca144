package hotline.dispatch.instructions;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.LimitRule;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.SupervisionLimitStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** By when units answer an instruction whose leader sets no day (批示反馈时限). */
@ApplicationScoped
class InstructionClock {

  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;

  InstructionClock(SupervisionLimitStore limits, TimeRulesInForce timeRules) {
    this.limits = limits;
    this.timeRules = timeRules;
  }

  Instant due(Instant from) {
    return DueTime.compute(ClockTerms.of(from, rule()), timeRules.calendar());
  }

  LimitRule rule() {
    return LimitRule.of(limits.inForce().instructionAnswer()).endingBy(EndRule.END_OF_WORK_DAY);
  }
}
