package hotline.dispatch.instructions;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.supervision.SupervisionLimitStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** By when units answer an instruction whose leader sets no day (批示反馈时限). */
@ApplicationScoped
class InstructionClock {

  private final SupervisionLimitStore limits;
  private final WorkCalendar calendar;

  InstructionClock(SupervisionLimitStore limits, WorkCalendar calendar) {
    this.limits = limits;
    this.calendar = calendar;
  }

  Instant due(Instant from) {
    return DueTime.compute(
        ClockTerms.of(
            from,
            LimitRule.of(limits.inForce().instructionAnswer()).endingBy(EndRule.END_OF_WORK_DAY)),
        calendar);
  }
}
