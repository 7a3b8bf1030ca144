package hotline.lifecycle;

import java.time.Instant;

/**
 * The request was handed to a body outside (转出); it waits for the acknowledgement.
 *
 * @param handedAt when it was handed over, such as the time of the call
 * @param acknowledgeDue until when the body should have acknowledged it
 * @param threePartyCall whether caller, operator and body spoke together; absent where nobody
 *     called
 * @param externalRef its number there, where it was told
 */
public record CaseTransferredOut(
    TransferTarget target,
    Instant handedAt,
    Instant acknowledgeDue,
    @MayBeAbsent Boolean threePartyCall,
    @MayBeAbsent String externalRef)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_TRANSFERRED_OUT;
  }
}
