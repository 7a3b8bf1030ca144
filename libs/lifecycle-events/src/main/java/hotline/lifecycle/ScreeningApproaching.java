package hotline.lifecycle;

import java.time.Instant;

/** A case waits for screening and its clock has turned yellow (预审临期): once for each due time. */
public record ScreeningApproaching(Instant screenDue) implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.SCREENING_APPROACHING;
  }
}
