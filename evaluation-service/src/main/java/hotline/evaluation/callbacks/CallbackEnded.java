package hotline.evaluation.callbacks;

import hotline.access.IllegalMove;
import hotline.lifecycle.RatedVia;

/** The callback is no longer open. */
final class CallbackEnded extends IllegalMove {

  private static final long serialVersionUID = 1L;

  /**
   * @param via how the citizen rated; null when the citizen did not
   */
  CallbackEnded(CallbackStatus status, RatedVia via) {
    super(
        "callback-ended",
        isWithoutCall(via) ? "诉求人已自助评价，无需再回访。" : zh(status),
        isWithoutCall(via)
            ? "The citizen has rated without being called; no call is needed any more."
            : en(status));
    with("callbackStatus", status.name());
  }

  private static boolean isWithoutCall(RatedVia via) {
    return via != null && via.isWithoutCall();
  }

  private static String zh(CallbackStatus status) {
    return switch (status) {
      case OPEN -> throw new IllegalArgumentException("An open callback has not ended");
      case EVALUATED -> "该回访已登记评价。";
      case UNREACHABLE -> "该回访已结束，未作评价。";
      case CANCELLED -> "诉求人已撤诉，该回访已取消。";
    };
  }

  private static String en(CallbackStatus status) {
    return switch (status) {
      case OPEN -> throw new IllegalArgumentException("An open callback has not ended");
      case EVALUATED -> "This callback has been rated.";
      case UNREACHABLE -> "This callback was ended without a rating.";
      case CANCELLED -> "The citizen withdrew; this callback was cancelled.";
    };
  }
}
