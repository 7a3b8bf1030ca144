package hotline.dispatch.supervision;

import hotline.access.IllegalMove;

/** The order is in a status in which this act is not possible. */
public final class OrderNotReady extends IllegalMove {

  private static final long serialVersionUID = 1L;

  OrderNotReady(OrderStatus status, OrderAct act) {
    super(
        "督办单当前为“" + status.zh() + "”，不能" + act.zh() + "。请刷新后查看。",
        "The order is \""
            + status.en()
            + "\" now, so this is not possible: "
            + act.en()
            + ". Refresh to see it.");
    with("orderStatus", status.name());
  }
}
