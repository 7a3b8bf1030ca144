package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The rectification was not reported in time (整改超期). */
public record SupervisionOverdue(UUID orderId, SupervisionLevel level, String unitId, Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_OVERDUE;
  }
}
