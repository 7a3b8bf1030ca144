package hotline.reporting.timeline;

import hotline.calendar.WorkCalendar;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** How many working days a citizen waited for the reply, by the calendar in force. */
@ApplicationScoped
public class WorkDaysElapsed {

  private final CityCalendars calendars;

  WorkDaysElapsed(CityCalendars calendars) {
    this.calendars = calendars;
  }

  /**
   * Working days after the day of receipt up to and including the day of the reply; null when one
   * of them is missing.
   */
  public Long between(Instant receivedAt, Instant repliedAt) {
    if (receivedAt == null || repliedAt == null) {
      return null;
    }
    WorkCalendar calendar = calendars.recent().calendar();
    return calendar.workDaysAfter(calendar.dateOf(receivedAt), calendar.dateOf(repliedAt));
  }
}
