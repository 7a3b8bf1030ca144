package hotline.lifecycle;

import java.time.Instant;

/** A case was not screened in time (预审超期). */
public record ScreeningMissed(Instant screenDue) implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.SCREENING_MISSED;
  }
}
