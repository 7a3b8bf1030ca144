package hotline.dispatch.supervision;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DispatchEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The supervisor accepts a rectification or sends it back (销号、退回). */
@ApplicationScoped
public class JudgeAnswer {

  private static final int LONGEST = 1_000;

  private final OrderRepository orders;
  private final RectificationStore reports;
  private final OrderTimers timers;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  JudgeAnswer(
      OrderRepository orders,
      RectificationStore reports,
      OrderTimers timers,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.orders = orders;
    this.reports = reports;
    this.timers = timers;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** What the supervisor decides; sending back needs a remark. */
  @Schema(name = "RectificationJudgement")
  public record Entry(Boolean accepted, String remark) {

    void check() {
      new Violations()
          .require(
              accepted != null,
              "accepted",
              "required",
              "请选择认可或退回。",
              "Say whether it is accepted or sent back.")
          .require(
              !Boolean.FALSE.equals(accepted) || (remark != null && !remark.isBlank()),
              "remark",
              "required",
              "退回须说明原因。",
              "What is sent back needs a remark.")
          .atMost(remark, LONGEST, "remark")
          .throwIfAny();
    }
  }

  @Transactional
  public SupervisionOrder judge(Actor actor, UUID orderId, IfMatch expected, Entry entry) {
    entry.check();
    OrderRepository.Held held =
        orders.lock(orderId).orElseThrow(() -> new NotFound("督办单", "supervision order"));
    SupervisionOrder order = held.order();
    expected.check(order.version());
    FourEyes.requireSomeoneElse(actor, reports.authorOf(orderId, order.answers()));
    Cause cause = Cause.by(actor, clock);
    DispatchEvent judged =
        entry.accepted()
            ? order.accept(cause.at())
            : order.sendBack(cause.at(), timeRules.recent());
    if (entry.accepted()) {
      held.handledCase().supervision().orderClosed();
    } else {
      timers.watch(order);
    }
    var fact = held.handledCase().say(judged, cause);
    orders.flush();
    reports.judge(
        orderId, order.answers(), entry.accepted(), entry.remark(), cause.actor(), cause.at());
    log.append(List.of(fact));
    return order;
  }
}
