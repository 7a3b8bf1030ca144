package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A rectification is due at another moment, by another calendar (整改时限变更). */
public record SupervisionMoved(
    UUID orderId,
    SupervisionLevel level,
    String unitId,
    Instant dueBefore,
    Instant dueAt,
    int calendarVersion)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_MOVED;
  }
}
