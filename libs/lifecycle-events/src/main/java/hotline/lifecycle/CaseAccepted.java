package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * Screening accepted the request; it waits for dispatch (受理).
 *
 * @param sameAs the case of another citizen that this one may be the same matter as, as whoever
 *     registered it saw (疑似重复): a dispatcher compares the two before a unit gets it; absent of all
 *     others
 * @param anonymous of one whose reporter was told after the registration, as in an emergency;
 *     absent of all others: then as the registration said
 * @param reachable the same
 * @param wantsCallback the same
 */
public record CaseAccepted(
    CaseKind kind,
    Urgency urgency,
    String categoryCode,
    String placeCode,
    String placePath,
    Instant receivedAt,
    boolean confidential,
    @MayBeAbsent UUID sameAs,
    @MayBeAbsent Boolean anonymous,
    @MayBeAbsent Boolean reachable,
    @MayBeAbsent Boolean wantsCallback)
    implements IntakeEvent {

  /** With nothing to be said beside it. */
  public CaseAccepted(
      CaseKind kind,
      Urgency urgency,
      String categoryCode,
      String placeCode,
      String placePath,
      Instant receivedAt,
      boolean confidential) {
    this(
        kind,
        urgency,
        categoryCode,
        placeCode,
        placePath,
        receivedAt,
        confidential,
        null,
        null,
        null,
        null);
  }

  /**
   * The same, to be compared with a case of another citizen first.
   *
   * @param other null for none
   */
  public CaseAccepted maybeSameAs(UUID other) {
    return new CaseAccepted(
        kind,
        urgency,
        categoryCode,
        placeCode,
        placePath,
        receivedAt,
        confidential,
        other,
        anonymous,
        reachable,
        wantsCallback);
  }

  /** The same, of a reporter who was told after the registration. */
  public CaseAccepted reportedBy(boolean unnamed, boolean hasNumber, boolean callback) {
    return new CaseAccepted(
        kind,
        urgency,
        categoryCode,
        placeCode,
        placePath,
        receivedAt,
        confidential,
        sameAs,
        unnamed,
        hasNumber,
        callback);
  }

  @Override
  public EventType type() {
    return EventType.CASE_ACCEPTED;
  }
}
