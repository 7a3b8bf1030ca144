package hotline.lifecycle;

import java.util.UUID;

/**
 * The recipient of a copy confirmed it (签收).
 *
 * @param inSystem whether the recipient did so itself; otherwise the receipt was recorded with its
 *     evidence
 * @param receipts how many of the six are in now
 */
public record NoticeReceipted(
    UUID noticeId,
    NoticeCopy copy,
    @MayBeAbsent String recipientUnitId,
    boolean inSystem,
    int receipts,
    boolean late)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.NOTICE_RECEIPTED;
  }
}
