package hotline.lifecycle;

import java.time.Instant;

/** Screening accepted the request; it waits for dispatch (受理). */
public record CaseAccepted(
    CaseKind kind,
    Urgency urgency,
    String categoryCode,
    String placeCode,
    String placePath,
    Instant receivedAt,
    boolean confidential)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_ACCEPTED;
  }
}
