package hotline.dispatch.supervision;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.attachments.AttachmentChoice;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.Fact;
import hotline.lifecycle.SupervisionAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit under supervision reports what it has rectified (整改反馈). */
@ApplicationScoped
public class AnswerOrder {

  private static final int LONGEST = 5_000;

  private final OrderRepository orders;
  private final RectificationStore reports;
  private final CaseLog log;
  private final Clock clock;

  AnswerOrder(OrderRepository orders, RectificationStore reports, CaseLog log, Clock clock) {
    this.orders = orders;
    this.reports = reports;
    this.log = log;
    this.clock = clock;
  }

  /**
   * What the unit says.
   *
   * @param attachments files that were uploaded for this order; null when there are none
   */
  @Schema(name = "RectificationEntry")
  public record Entry(String words, List<UUID> attachments) {

    void check() {
      Violations wrong = new Violations();
      AttachmentChoice.check(wrong, attachments);
      wrong.required(words, "words").atMost(words, LONGEST, "words").throwIfAny();
    }
  }

  @Transactional
  public SupervisionOrder answer(Actor actor, UUID orderId, IfMatch expected, Entry entry) {
    entry.check();
    OrderRepository.Held held =
        orders.lock(orderId).orElseThrow(() -> new NotFound("督办单", "supervision order"));
    SupervisionOrder order = held.order();
    Scope.of(actor).requireMayActForUnit(order.unitPath());
    expected.check(order.version());
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = new ArrayList<>();
    // What ran out before is said before what is done now.
    order
        .missedBy(cause.at())
        .ifPresent(missed -> facts.add(held.handledCase().say(missed, cause)));
    SupervisionAnswered answered = order.answer(cause.at());
    facts.add(held.handledCase().say(answered, cause));
    orders.flush();
    reports.add(order, answered.answerNo(), entry, cause.actor(), cause.at());
    log.append(facts);
    return order;
  }
}
