package hotline.dispatch.supervision;

import hotline.dispatch.attachments.KeepAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Which unit answers a supervision order, for what is sent before the answer. */
@ApplicationScoped
public class OrderUnits {

  private final OrderRepository orders;

  OrderUnits(OrderRepository orders) {
    this.orders = orders;
  }

  public Optional<KeepAttachment.For> of(UUID orderId) {
    return orders
        .findByIdOptional(orderId)
        .map(order -> new KeepAttachment.For(order.caseId(), order.unitId(), order.unitPath()));
  }
}
