package hotline.dispatch.supervision;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** A supervisor puts a unit under supervision (发督办单). */
@ApplicationScoped
public class OpenOrder {

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final OrderRepository orders;
  private final OpenOrders openOrders;
  private final DirectoryStore directory;
  private final CaseLog log;
  private final Clock clock;

  OpenOrder(
      CaseRepository cases,
      AssignmentRepository assignments,
      OrderRepository orders,
      OpenOrders openOrders,
      DirectoryStore directory,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.assignments = assignments;
    this.orders = orders;
    this.openOrders = openOrders;
    this.directory = directory;
    this.log = log;
    this.clock = clock;
  }

  /**
   * @param expected version of the case: whoever shows a card must have seen what the unit did last
   */
  @Transactional
  public SupervisionOrder open(Actor actor, IfMatch expected, OrderEntry entry) {
    entry.check();
    HandledCase of =
        cases
            .lock(entry.caseId())
            .filter(one -> Scope.of(actor).reachesPlace(one.placePath()))
            .orElseThrow(() -> new NotFound("工单", "case"));
    expected.check(of.version());
    if (of.isOver()) {
      throw new CaseHasMovedOn(of.status());
    }
    Unit unit = unit(of, entry.unitId());
    openOrders
        .open(of, unit, entry.level())
        .ifPresent(
            open -> {
              throw new OrderOpenAlready(entry.level(), open.orderNo());
            });
    OpenOrders.Opened opened =
        openOrders.open(
            of,
            unit,
            entry.level(),
            entry.reason(),
            null,
            entry.demand().strip(),
            Cause.by(actor, clock));
    orders.flush();
    log.append(List.of(opened.fact()));
    return opened.order();
  }

  private Unit unit(HandledCase of, String asked) {
    String code = asked == null || asked.isBlank() ? of.leadUnitId() : asked;
    boolean handles =
        code != null
            && assignments.ofCase(of.caseId()).stream()
                .map(Assignment::unitId)
                .anyMatch(unit -> Objects.equals(unit, code));
    if (!handles) {
      throw new NoUnitToSupervise();
    }
    return directory.recent().unit(code).orElseThrow(NoUnitToSupervise::new);
  }
}
