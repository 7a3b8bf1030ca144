package hotline.dispatch.supervision;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.timekeeping.CalendarFollower;
import hotline.dispatch.timers.DueWork;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says that a rectification was not reported in time (整改超期), once per order, and that it is due at
 * another moment by a newer calendar.
 */
@ApplicationScoped
class OrderTimers implements DueWork, CalendarFollower {

  private static final String KIND = "supervision-order";

  private final OrderRepository orders;
  private final TimeRulesInForce timeRules;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final Clock clock;

  OrderTimers(
      OrderRepository orders,
      TimeRulesInForce timeRules,
      CaseLog log,
      ServiceTimers timers,
      Clock clock) {
    this.orders = orders;
    this.timeRules = timeRules;
    this.log = log;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The due moment itself is in time. */
  void watch(SupervisionOrder order) {
    if (!order.missed()) {
      timers.schedule(KIND, key(order), order.dueAt().plus(Duration.ofMillis(1)), null);
    }
  }

  @Override
  public void hasten(int calendarVersion) {
    Instant now = clock.instant();
    List<String> behind =
        orders.behind(calendarVersion, now).stream().map(OrderTimers::key).toList();
    if (!behind.isEmpty()) {
      timers.hasten(KIND, behind, now);
    }
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Cause cause = Cause.bySystem(Cause.now(clock), null);
    TimeRules rules = timeRules.current();
    Set<String> fired = due.stream().map(DueTimer::key).collect(Collectors.toSet());
    List<Fact> facts = new ArrayList<>();
    for (OrderRepository.Held held : orders.lockAll(due.stream().map(OrderTimers::id).toList())) {
      SupervisionOrder order = held.order();
      Stream.concat(order.follow(rules, cause.at()).stream(), order.missedBy(cause.at()).stream())
          .forEach((DispatchEvent said) -> facts.add(held.handledCase().say(said, cause)));
      // Sent back meanwhile, it has another timer, which may be firing at this very moment.
      if (order.awaitsReport() && fired.contains(key(order))) {
        watch(order);
      }
    }
    orders.flush();
    log.append(facts);
  }

  /** The number of reports makes it new after a sending back. */
  private static String key(SupervisionOrder order) {
    return order.orderId() + "/" + order.answers();
  }

  private static UUID id(DueTimer timer) {
    return UUID.fromString(timer.key().substring(0, timer.key().indexOf('/')));
  }
}
