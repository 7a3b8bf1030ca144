package hotline.dispatch.supervision;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A supervision order as people see it.
 *
 * @param title of the case; null until its text has arrived
 * @param ruleId of an order that a rule opened; null otherwise
 * @param overdue whether the clock runs and has run out
 * @param missed whether a due time was ever missed
 * @param remainingWorkMinutes until the due time; negative afterwards
 */
@Schema(name = "SupervisionOrder")
public record OrderView(
    UUID orderId,
    String orderNo,
    UUID caseId,
    String caseNo,
    String title,
    String unitId,
    String unitName,
    SupervisionLevel level,
    SupervisionReason reason,
    String ruleId,
    OrderStatus status,
    String demand,
    Instant openedAt,
    Instant dueAt,
    boolean overdue,
    boolean missed,
    long remainingWorkMinutes,
    Instant closedAt,
    long version,
    List<Rectification> rectifications) {

  static OrderView of(
      SupervisionOrder order,
      String caseNo,
      String title,
      List<Rectification> rectifications,
      Directory names,
      Instant now,
      WorkCalendar calendar) {
    return new OrderView(
        order.orderId(),
        order.orderNo(),
        order.caseId(),
        caseNo,
        title,
        order.unitId(),
        names.unitName(order.unitId()),
        order.level(),
        order.reason(),
        order.ruleId(),
        order.status(),
        order.demand(),
        order.openedAt(),
        order.dueAt(),
        OrderMoves.runs(order.status()) && now.isAfter(order.dueAt()),
        order.missed(),
        calendar.workMinutesBetween(now, order.dueAt()),
        order.closedAt(),
        order.version(),
        rectifications);
  }
}
