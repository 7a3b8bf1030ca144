package hotline.calendar;

import java.time.Instant;

/** What a changed calendar, policy, pause or extension does to one due time (试算). */
public record DueChange(Instant before, Instant after, boolean becomesOverdue) {

  public boolean moves() {
    return !before.equals(after);
  }
}
