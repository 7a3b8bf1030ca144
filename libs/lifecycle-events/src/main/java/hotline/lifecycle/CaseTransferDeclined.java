package hotline.lifecycle;

import java.time.Instant;

/**
 * The body outside did not take the request (对方未接收): it waits for screening again. Why, in words,
 * stays with the intake service.
 *
 * @param screenDue of the screening that begins anew
 */
public record CaseTransferDeclined(TransferTarget target, Instant screenDue)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_TRANSFER_DECLINED;
  }
}
