package hotline.dispatch.instructions;

import hotline.calendar.EndRule;
import hotline.calendar.LimitRule;
import hotline.dispatch.clocks.PaperClock;
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

  /**
   * @param chosen the day that the leader sets; null when there is none
   */
  PaperClock from(Instant start, Instant chosen) {
    return chosen == null ? from(start) : PaperClock.chosen(start, chosen);
  }

  PaperClock from(Instant start) {
    LimitRule rule =
        LimitRule.of(limits.inForce().instructionAnswer()).endingBy(EndRule.END_OF_WORK_DAY);
    return PaperClock.computed(rule, start, timeRules.recent());
  }
}
