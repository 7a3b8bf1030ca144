package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A copy of a responsibility notice came to its recipient (送达).
 *
 * @param recipientUnitId absent for the leader and the petitioner, who are no units
 */
public record NoticeDelivered(
    UUID noticeId,
    NoticeCopy copy,
    @MayBeAbsent String recipientUnitId,
    NoticeDelivery delivery,
    Instant deliveredAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.NOTICE_DELIVERED;
  }
}
