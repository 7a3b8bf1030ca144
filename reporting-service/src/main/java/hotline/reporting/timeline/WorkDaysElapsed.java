package hotline.reporting.timeline;

import hotline.calendar.WorkCalendar;
import java.time.Instant;

/** How many working days a citizen waited for the reply. */
public final class WorkDaysElapsed {

  private WorkDaysElapsed() {}

  /**
   * Working days after the day of receipt up to and including the day of the reply; null when one
   * of them is missing.
   */
  public static Long between(WorkCalendar calendar, Instant receivedAt, Instant repliedAt) {
    if (receivedAt == null || repliedAt == null) {
      return null;
    }
    return calendar.workDaysAfter(calendar.dateOf(receivedAt), calendar.dateOf(repliedAt));
  }
}
