package hotline.lifecycle;

import java.time.Instant;

/**
 * The body outside has the request (对方已接收): the city's part of it has ended, and the case stays
 * transferred out.
 *
 * @param acknowledgedAt when the body said so
 * @param late whether that was after the due time
 * @param externalRef its number there, where it was told
 */
public record CaseTransferAcknowledged(
    TransferTarget target, Instant acknowledgedAt, boolean late, @MayBeAbsent String externalRef)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_TRANSFER_ACKNOWLEDGED;
  }
}
