package hotline.dispatch.supervision;

import hotline.dispatch.attachments.FileOwner;
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

  public Optional<FileOwner> of(UUID orderId) {
    return orders
        .findByIdOptional(orderId)
        .map(order -> new FileOwner(order.caseId(), order.unitId(), order.unitPath()));
  }

  /** Whether the unit may answer it now. */
  public boolean awaitReport(UUID orderId) {
    return orders.findByIdOptional(orderId).filter(SupervisionOrder::awaitsReport).isPresent();
  }
}
