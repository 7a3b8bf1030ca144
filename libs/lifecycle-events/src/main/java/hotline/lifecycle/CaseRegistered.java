package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A request was registered and has a case number (登记).
 *
 * @param reachable absent in events of before it was said: then as if a number had been left
 * @param splitFrom the request as which the call was registered, of one that was split out of it
 *     (一诉多求); absent of all others
 * @param screeningSince from when its screening counts, of one that was split: its citizen has
 *     waited since the call; absent of all others
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
    @MayBeAbsent Boolean reachable,
    @MayBeAbsent UUID splitFrom,
    @MayBeAbsent Instant screeningSince)
    implements IntakeEvent {

  /** Of a call of its own. */
  public CaseRegistered(
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
      String callerRef,
      String externalSource,
      String externalRef,
      Boolean reachable) {
    this(
        kind,
        urgency,
        channel,
        categoryCode,
        placeCode,
        placePath,
        receivedAt,
        anonymous,
        confidential,
        wantsCallback,
        callerRef,
        externalSource,
        externalRef,
        reachable,
        null,
        null);
  }

  /** The same, split out of the request as which the call was registered. */
  public CaseRegistered splitFrom(UUID origin, Instant since) {
    return new CaseRegistered(
        kind,
        urgency,
        channel,
        categoryCode,
        placeCode,
        placePath,
        receivedAt,
        anonymous,
        confidential,
        wantsCallback,
        callerRef,
        externalSource,
        externalRef,
        reachable,
        origin,
        since);
  }

  @Override
  public EventType type() {
    return EventType.CASE_REGISTERED;
  }
}
