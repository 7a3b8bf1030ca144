package hotline.reporting.timeline;

import hotline.calendar.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** How many working days a citizen waited for the reply. */
@ApplicationScoped
public class WorkDaysElapsed {

  private final WorkCalendar calendar = WorkCalendar.china();

  /**
   * Working days after the day of receipt up to and including the day of the reply; null when one
   * of them is missing.
   */
  public Long between(Instant receivedAt, Instant repliedAt) {
    return receivedAt == null || repliedAt == null
        ? null
        : calendar.workDaysAfter(calendar.dateOf(receivedAt), calendar.dateOf(repliedAt));
  }
}
