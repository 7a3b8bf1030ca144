package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The supervisor was not content with the rectification (整改退回). */
public record SupervisionSentBack(
    UUID orderId, SupervisionLevel level, String unitId, int answerNo, Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_SENT_BACK;
  }
}
