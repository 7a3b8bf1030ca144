package hotline.lifecycle;

import java.time.Instant;

/** The screening of a case is due at another moment, by another calendar or urgency (预审时限变更). */
public record ScreeningMoved(Instant dueBefore, Instant screenDue, int calendarVersion)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.SCREENING_MOVED;
  }
}
