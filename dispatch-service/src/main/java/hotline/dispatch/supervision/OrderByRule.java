package hotline.dispatch.supervision;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.EscalationCause;
import hotline.lifecycle.Fact;
import hotline.lifecycle.SupervisionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Puts a unit of a case under supervision because a rule of escalation says so. */
@ApplicationScoped
class OrderByRule {

  private final OpenOrders openOrders;
  private final DirectoryStore directory;

  OrderByRule(OpenOrders openOrders, DirectoryStore directory) {
    this.openOrders = openOrders;
    this.directory = directory;
  }

  /** Empty when the unit has an order of that level for this case already. */
  Optional<Fact> open(HandledCase of, String unitId, EscalationRule rule, Cause cause) {
    return directory
        .recent()
        .unit(unitId)
        .filter(unit -> openOrders.open(of, unit, rule.orderLevel()).isEmpty())
        .map(
            unit ->
                openOrders
                    .open(
                        of,
                        unit,
                        rule.orderLevel(),
                        reason(rule.cause()),
                        rule.ruleId(),
                        rule.cause().zh() + "（规则 " + rule.ruleId() + "）。请立即办理，并在时限内反馈整改情况。",
                        cause)
                    .fact());
  }

  private static SupervisionReason reason(EscalationCause cause) {
    return switch (cause) {
      case UNSIGNED -> SupervisionReason.NOT_SIGNED;
      case NEAR_DUE, OVERDUE, SILENT -> SupervisionReason.OVERDUE;
      case ROUNDS -> SupervisionReason.FAILED_ROUNDS;
      case UNDISPATCHED, UNREVIEWED -> SupervisionReason.OTHER;
    };
  }
}
