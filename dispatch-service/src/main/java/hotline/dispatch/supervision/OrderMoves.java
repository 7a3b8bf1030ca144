package hotline.dispatch.supervision;

import static hotline.dispatch.supervision.OrderStatus.ANSWERED;
import static hotline.dispatch.supervision.OrderStatus.CLOSED;
import static hotline.dispatch.supervision.OrderStatus.SENT_BACK;

/** Which act leads an order from which status to which: the one place that says it. */
final class OrderMoves {

  private OrderMoves() {}

  /** Refuses what is not possible now. */
  static OrderStatus move(OrderStatus status, OrderAct act) {
    return switch (act) {
      case ANSWER -> answered(status);
      case ACCEPT -> judged(status, act, CLOSED);
      case SEND_BACK -> judged(status, act, SENT_BACK);
    };
  }

  private static OrderStatus answered(OrderStatus status) {
    return switch (status) {
      case ISSUED, SENT_BACK -> ANSWERED;
      // What was reported stays: the unit waits until the supervisor has judged it.
      case ANSWERED, CLOSED -> throw new OrderNotReady(status, OrderAct.ANSWER);
    };
  }

  private static OrderStatus judged(OrderStatus status, OrderAct act, OrderStatus next) {
    return switch (status) {
      case ANSWERED -> next;
      case ISSUED, SENT_BACK, CLOSED -> throw new OrderNotReady(status, act);
    };
  }

  /** Whether the clock of the rectification runs. */
  static boolean runs(OrderStatus status) {
    return switch (status) {
      case ISSUED, SENT_BACK -> true;
      case ANSWERED, CLOSED -> false;
    };
  }
}
