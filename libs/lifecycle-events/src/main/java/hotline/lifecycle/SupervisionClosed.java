package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The supervisor accepted the rectification (督办销号). */
public record SupervisionClosed(
    UUID orderId, SupervisionLevel level, String unitId, int answerNo, Instant dueAt, boolean late)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_CLOSED;
  }
}
