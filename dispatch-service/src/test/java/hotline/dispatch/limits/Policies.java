package hotline.dispatch.limits;

import hotline.calendar.LightRule;
import hotline.calendar.WorkCalendar;
import java.util.ArrayList;
import java.util.List;

/** The shipped policy and calendar, for tests of rules that need limits. */
public final class Policies {

  private Policies() {}

  public static LimitPolicy shipped() {
    return preset(LimitPolicies.SHIPPED);
  }

  public static LimitPolicy preset(String name) {
    return LimitPolicy.of(new PolicyName(name, 1).text(), rows(name), LightRule.DEFAULT);
  }

  /** The rows of a shipped table, to change. */
  public static List<LimitRow> rows(String preset) {
    return new ArrayList<>(SeedTimeRules.presets().get(new PolicyName(preset, 1)));
  }

  public static CalendarContent calendar() {
    return CalendarContent.shipped();
  }

  /** What is in force in a city that changed nothing. */
  public static TimeRules rules() {
    return new TimeRules(1, 1, WorkCalendar.china(), shipped(), null);
  }
}
