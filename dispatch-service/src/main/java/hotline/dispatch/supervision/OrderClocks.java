package hotline.dispatch.supervision;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock;
import hotline.dispatch.clocks.CaseClock.Standing;
import hotline.dispatch.clocks.CaseClockKind;
import hotline.dispatch.clocks.CaseClockSource;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The clocks of the supervision orders of a case: by when the unit reports what it rectified. */
@ApplicationScoped
class OrderClocks implements CaseClockSource {

  private final OrderRepository orders;
  private final RectificationStore reports;
  private final TimeRulesInForce timeRules;

  OrderClocks(OrderRepository orders, RectificationStore reports, TimeRulesInForce timeRules) {
    this.orders = orders;
    this.reports = reports;
    this.timeRules = timeRules;
  }

  @Override
  public List<CaseClock> of(
      HandledCase of, Predicate<String> seesUnit, Directory names, Instant now) {
    List<SupervisionOrder> visible =
        orders.ofCase(of.caseId()).stream()
            .filter(order -> seesUnit.test(order.unitPath()))
            .toList();
    Map<UUID, List<Rectification>> answers =
        reports.of(visible.stream().map(SupervisionOrder::orderId).toList());
    return visible.stream()
        .map(order -> clock(order, answers.getOrDefault(order.orderId(), List.of()), names, now))
        .toList();
  }

  private CaseClock clock(
      SupervisionOrder order, List<Rectification> answers, Directory names, Instant now) {
    Instant answered = order.awaitsReport() ? null : answers.get(answers.size() - 1).at();
    return CaseClock.ofPaper(
        CaseClockKind.RECTIFICATION,
        order.orderNo(),
        order.unitId(),
        names.unitName(order.unitId()),
        order.clock(),
        timeRules::calendar,
        Standing.ofAnswer(order.dueAt(), answered, order.missed(), now));
  }
}
