package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** All six receipts are in and the citizen has rated the result (责任单办结). */
public record NoticeClosed(UUID noticeId, String unitId, Instant dueAt, boolean late)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.NOTICE_CLOSED;
  }
}
