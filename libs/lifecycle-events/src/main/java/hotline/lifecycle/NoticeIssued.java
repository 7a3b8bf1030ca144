package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A responsibility notice went out (六联责任单); the people it names stay with the dispatch service. */
public record NoticeIssued(
    UUID noticeId,
    String noticeNo,
    NoticeGround ground,
    String unitId,
    String unitPath,
    Instant receiptsDueAt,
    Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.NOTICE_ISSUED;
  }
}
