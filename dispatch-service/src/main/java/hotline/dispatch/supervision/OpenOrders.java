package hotline.dispatch.supervision;

import hotline.calendar.EndRule;
import hotline.calendar.LimitRule;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Puts a unit under supervision, for a supervisor or for a rule; the row of the case is locked. */
@ApplicationScoped
class OpenOrders {

  private final OrderRepository orders;
  private final OrderTimers timers;
  private final PaperNumbers numbers;
  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;

  OpenOrders(
      OrderRepository orders,
      OrderTimers timers,
      PaperNumbers numbers,
      SupervisionLimitStore limits,
      TimeRulesInForce timeRules) {
    this.orders = orders;
    this.timers = timers;
    this.numbers = numbers;
    this.limits = limits;
    this.timeRules = timeRules;
  }

  /** What was opened, and the fact to be said. */
  record Opened(SupervisionOrder order, Fact fact) {}

  /** The order of that level that is out already. */
  Optional<SupervisionOrder> open(HandledCase of, Unit unit, SupervisionLevel level) {
    return orders
        .find(
            "caseId = ?1 and unitId = ?2 and level = ?3 and closedAt is null",
            of.caseId(),
            unit.code(),
            level)
        .firstResultOptional();
  }

  Opened open(
      HandledCase of,
      Unit unit,
      SupervisionLevel level,
      SupervisionReason reason,
      String ruleId,
      String demand,
      Cause cause) {
    LimitRule due =
        LimitRule.of(limits.inForce().orders().get(level)).endingBy(EndRule.END_OF_WORK_DAY);
    SupervisionOrder order =
        SupervisionOrder.open(
            of.caseId(),
            numbers.next("DB", cause.at()),
            unit,
            level,
            reason,
            ruleId,
            demand,
            due,
            cause,
            timeRules.recent());
    of.supervision().orderOpened();
    Fact fact = of.say(order.opened(), cause);
    orders.persist(order);
    timers.watch(order);
    return new Opened(order, fact);
  }
}
