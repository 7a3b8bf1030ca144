package hotline.dispatch.timekeeping;

import hotline.access.Violations;
import hotline.calendar.InputRefused;
import java.util.Locale;

/** Says what the calendar's library refuses as the problem of one field. */
final class Refused {

  private Refused() {}

  /** What may be refused. */
  interface Attempt {
    void run();
  }

  /** Whether it was accepted. */
  static boolean by(Violations wrong, String field, Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (InputRefused refused) {
      wrong.add(
          field,
          refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          refused.zh() + "。",
          refused.en() + ".");
      return false;
    }
  }
}
