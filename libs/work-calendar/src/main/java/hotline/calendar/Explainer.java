package hotline.calendar;

import java.util.List;

final class Explainer {
  private Explainer() {}

  static Explanation explain(ClockTerms terms, WorkCalendar calendar) {
    DueResult result = DueTime.result(terms, calendar);
    return new Explanation(terms.start(), result.due(), List.of(), List.of(), result.warnings());
  }
}
