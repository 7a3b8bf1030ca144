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
 *     waited since the call, and so has that of a paper form (补录); absent of all others
 * @param enteredAs how it came to be registered after its true time, which is that of this event;
 *     absent of what was registered as it came in
 * @param originalDue by when the system before this one had promised to close it; absent of what it
 *     did not hand over, or without one
 * @param formerUnitId the unit that had it in the system before this one; absent where none had
 * @param formerExtensions how often its time was extended there; absent for never
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
    @MayBeAbsent Instant screeningSince,
    @MayBeAbsent EnteredAs enteredAs,
    @MayBeAbsent Instant originalDue,
    @MayBeAbsent String formerUnitId,
    @MayBeAbsent Integer formerExtensions)
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
        null,
        null,
        null,
        null,
        null);
  }

  /** The same, split out of the request as which the call was registered. */
  public CaseRegistered splitFrom(UUID origin, Instant since) {
    return told(origin, since, enteredAs, originalDue, formerUnitId, formerExtensions);
  }

  /** The same, taken down on paper and typed in afterwards (补录): it has waited since it came in. */
  public CaseRegistered onPaper() {
    return told(null, receivedAt, EnteredAs.PAPER, null, null, null);
  }

  /**
   * The same, handed over open by the system before this one (旧系统转入).
   *
   * @param due null where that promised nothing
   * @param unitId null where no unit had it
   */
  public CaseRegistered fromOldSystem(Instant due, String unitId, int extensions) {
    return told(null, null, EnteredAs.OLD_SYSTEM, due, unitId, extensions == 0 ? null : extensions);
  }

  private CaseRegistered told(
      UUID origin, Instant since, EnteredAs as, Instant due, String unitId, Integer extensions) {
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
        since,
        as,
        due,
        unitId,
        extensions);
  }

  @Override
  public EventType type() {
    return EventType.CASE_REGISTERED;
  }
}
