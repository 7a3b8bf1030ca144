package hotline.dispatch.merging;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.CaseLimits;
import hotline.dispatch.assignments.LentClock;
import hotline.dispatch.assignments.MoveDeadlines;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * A main case is answered no later than what is handled with it: its open tasks have the earlier
 * due time, its later ones the shorter limits.
 */
@ApplicationScoped
class LendLimits {

  private final MoveDeadlines deadlines;
  private final TimeRulesInForce timeRules;

  LendLimits(MoveDeadlines deadlines, TimeRulesInForce timeRules) {
    this.deadlines = deadlines;
    this.timeRules = timeRules;
  }

  /** By when this case has to be answered: by its unit's clock, or as if it were dispatched now. */
  LentClock clockOf(HandledCase one, List<Assignment> tasks, Instant now) {
    return tasks.stream()
        .filter(task -> task.role() == AssignmentRole.LEAD)
        .findFirst()
        .map(task -> task.clocks().replyClock())
        .orElseGet(() -> clockFrom(one, now));
  }

  /** As if it were dispatched then. */
  LentClock clockFrom(HandledCase one, Instant start) {
    return one.promisedAhead(start)
        .map(due -> LentClock.until(due, one.receivedAt()))
        .orElseGet(() -> byItsLimit(one, start));
  }

  private LentClock byItsLimit(HandledCase one, Instant start) {
    TimeRules rules = timeRules.recent();
    return new LentClock(
        start,
        CaseLimits.of(rules.policy(), one, one.roundToDispatch(), start, rules.calendar()).reply());
  }

  /** The due times of the main case that move are facts. */
  List<Fact> lend(HandledCase main, HandledCase one, LentClock due, Cause cause) {
    if (isQuicker(one, main, cause.at())) {
      main.hurryAs(one.kind(), one.urgency());
    }
    return deadlines.lend(main, due, cause);
  }

  /** Nothing follows the main case any more. */
  List<Fact> takeBack(HandledCase main, Cause cause) {
    main.leadNobody();
    return deadlines.takeBack(main, cause);
  }

  private boolean isQuicker(HandledCase one, HandledCase main, Instant now) {
    TimeRules rules = timeRules.recent();
    Instant ofMain = firstReply(main, rules, now);
    return firstReply(one, rules, now).isBefore(ofMain);
  }

  private static Instant firstReply(HandledCase of, TimeRules rules, Instant now) {
    return DueTime.compute(
        ClockTerms.of(now, CaseLimits.of(rules.policy(), of, 1, now, rules.calendar()).reply()),
        rules.calendar());
  }
}
