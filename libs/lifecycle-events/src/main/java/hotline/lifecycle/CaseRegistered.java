package hotline.lifecycle;

import java.time.Instant;

/**
 * A request was registered and has a case number (登记).
 *
 * @param reachable absent in events of before it was said: then as if a number had been left
 */
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
    @MayBeAbsent String externalRef,
    @MayBeAbsent Boolean reachable)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REGISTERED;
  }
}
