package hotline.lifecycle;

import java.util.UUID;

/** A responsibility notice was taken back (责任单撤回); the reason stays with the dispatch service. */
public record NoticeWithdrawn(UUID noticeId, String unitId, int receipts) implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.NOTICE_WITHDRAWN;
  }
}
