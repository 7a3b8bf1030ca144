package hotline.dispatch.limits;

import hotline.calendar.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The calendar by which this city's clocks run (工作日历): one instance, which lays out each year once.
 */
@ApplicationScoped
class CityCalendar {

  @Produces
  @Singleton
  WorkCalendar calendar() {
    return WorkCalendar.china();
  }
}
