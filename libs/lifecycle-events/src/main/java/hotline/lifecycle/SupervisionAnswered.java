package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit reported what it has rectified (整改反馈). */
public record SupervisionAnswered(
    UUID orderId, SupervisionLevel level, String unitId, int answerNo, Instant dueAt, boolean late)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_ANSWERED;
  }
}
