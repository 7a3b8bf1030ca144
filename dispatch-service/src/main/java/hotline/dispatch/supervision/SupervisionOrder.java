package hotline.dispatch.supervision;

import hotline.calendar.LimitRule;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.clocks.PaperClock;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.SupervisionAnswered;
import hotline.lifecycle.SupervisionClosed;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionMoved;
import hotline.lifecycle.SupervisionOpened;
import hotline.lifecycle.SupervisionOverdue;
import hotline.lifecycle.SupervisionReason;
import hotline.lifecycle.SupervisionSentBack;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/**
 * A unit has to rectify something and to report it (督办单): notice, yellow card or red card, with its
 * own due time. Each act returns the fact that it made true.
 */
@Entity
public class SupervisionOrder {

  @Id private UUID orderId;
  private String orderNo;
  private UUID caseId;
  private String unitId;
  private String unitPath;

  @Enumerated(EnumType.STRING)
  private SupervisionLevel level;

  @Enumerated(EnumType.STRING)
  private SupervisionReason reason;

  private String ruleId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  private String demand;
  private String openedBy;
  private Instant openedAt;

  // A clock that runs out or moves must not make a report that is being written stale.
  @Embedded
  @OptimisticLock(excluded = true)
  private PaperClock clock;

  @OptimisticLock(excluded = true)
  private boolean missed;

  private int answers;
  private Instant answeredAt;
  private Instant closedAt;
  @Version private long version;

  protected SupervisionOrder() {}

  static SupervisionOrder open(
      UUID caseId,
      String orderNo,
      Unit unit,
      SupervisionLevel level,
      SupervisionReason reason,
      String ruleId,
      String demand,
      LimitRule dueRule,
      Cause cause,
      TimeRules rules) {
    SupervisionOrder order = new SupervisionOrder();
    order.orderId = Uuid7.at(cause.at());
    order.orderNo = orderNo;
    order.caseId = caseId;
    order.unitId = unit.code();
    order.unitPath = unit.path();
    order.level = level;
    order.reason = reason;
    order.ruleId = ruleId;
    order.status = OrderStatus.ISSUED;
    order.demand = demand;
    order.openedBy = cause.actor();
    order.openedAt = cause.at();
    order.clock = PaperClock.computed(dueRule, cause.at(), rules);
    return order;
  }

  SupervisionOpened opened() {
    return new SupervisionOpened(
        orderId, orderNo, level, reason, unitId, unitPath, ruleId != null, ruleId, dueAt());
  }

  /** Earlier reports stay as they are; this one comes after them. */
  SupervisionAnswered answer(Instant at) {
    status = OrderMoves.move(status, OrderAct.ANSWER);
    answers++;
    answeredAt = at;
    return new SupervisionAnswered(orderId, level, unitId, answers, dueAt(), at.isAfter(dueAt()));
  }

  SupervisionClosed accept(Instant at) {
    status = OrderMoves.move(status, OrderAct.ACCEPT);
    closedAt = at;
    return new SupervisionClosed(
        orderId, level, unitId, answers, dueAt(), missed || answeredAt.isAfter(dueAt()));
  }

  /** The unit has its whole time again; that it missed an earlier due time stays known. */
  SupervisionSentBack sendBack(Instant at, TimeRules rules) {
    status = OrderMoves.move(status, OrderAct.SEND_BACK);
    clock = PaperClock.computed(clock.dueRule(), at, rules);
    return new SupervisionSentBack(orderId, level, unitId, answers, dueAt());
  }

  /** Its due time by the calendar in force; one that was missed or does not run stays. */
  Optional<SupervisionMoved> follow(TimeRules rules, Instant now) {
    if (missed || !awaitsReport()) {
      return Optional.empty();
    }
    Instant before = dueAt();
    clock = clock.follow(rules, now);
    return before.equals(dueAt())
        ? Optional.empty()
        : Optional.of(
            new SupervisionMoved(orderId, level, unitId, before, dueAt(), rules.calendarVersion()));
  }

  /** The due time has passed and it was not said: said once per order. */
  Optional<SupervisionOverdue> missedBy(Instant now) {
    if (missed || !awaitsReport() || !now.isAfter(dueAt())) {
      return Optional.empty();
    }
    missed = true;
    return Optional.of(new SupervisionOverdue(orderId, level, unitId, dueAt()));
  }

  boolean awaitsReport() {
    return OrderMoves.runs(status);
  }

  UUID orderId() {
    return orderId;
  }

  String orderNo() {
    return orderNo;
  }

  UUID caseId() {
    return caseId;
  }

  String unitId() {
    return unitId;
  }

  String unitPath() {
    return unitPath;
  }

  SupervisionLevel level() {
    return level;
  }

  SupervisionReason reason() {
    return reason;
  }

  String ruleId() {
    return ruleId;
  }

  OrderStatus status() {
    return status;
  }

  String demand() {
    return demand;
  }

  PaperClock clock() {
    return clock;
  }

  Instant openedAt() {
    return openedAt;
  }

  Instant dueAt() {
    return clock.dueAt();
  }

  boolean missed() {
    return missed;
  }

  int answers() {
    return answers;
  }

  Instant closedAt() {
    return closedAt;
  }

  long version() {
    return version;
  }
}
