package hotline.dispatch.supervision;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.timers.DueWork;
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
import java.util.UUID;

/** Says that a rectification was not reported in time (整改超期), once per order. */
@ApplicationScoped
class OrderTimers implements DueWork {

  private static final String KIND = "supervision-order";

  private final OrderRepository orders;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final Clock clock;

  OrderTimers(OrderRepository orders, CaseLog log, ServiceTimers timers, Clock clock) {
    this.orders = orders;
    this.log = log;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * The due moment itself is in time. The number of reports makes the key new after a sending back.
   */
  void watch(SupervisionOrder order) {
    if (!order.missed()) {
      timers.schedule(
          KIND,
          order.orderId() + "/" + order.answers(),
          order.dueAt().plus(Duration.ofMillis(1)),
          null);
    }
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Instant now = Cause.now(clock);
    List<Fact> facts = new ArrayList<>();
    for (OrderRepository.Held held : orders.lockAll(due.stream().map(OrderTimers::id).toList())) {
      held.order()
          .missedBy(now)
          .ifPresent(
              missed -> facts.add(held.handledCase().say(missed, Cause.bySystem(now, null))));
    }
    orders.flush();
    log.append(facts);
  }

  private static UUID id(DueTimer timer) {
    return UUID.fromString(timer.key().substring(0, timer.key().indexOf('/')));
  }
}
