package hotline.lifecycle;

import java.time.Instant;

/** A request was registered and has a case number (登记). */
public record CaseRegistered(
    CaseKind kind,
    Urgency urgency,
    Channel channel,
    String categoryCode,
    String placeCode,
    String placePath,
    Instant receivedAt,
    boolean anonymous,
    boolean confidential,
    boolean wantsCallback,
    @MayBeAbsent String callerRef,
    @MayBeAbsent String externalSource,
    @MayBeAbsent String externalRef)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REGISTERED;
  }
}
