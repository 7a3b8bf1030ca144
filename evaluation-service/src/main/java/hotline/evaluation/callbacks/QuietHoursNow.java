package hotline.evaluation.callbacks;

import hotline.access.IllegalMove;
import java.time.Instant;

/** At this hour nobody is called. */
final class QuietHoursNow extends IllegalMove {

  private static final long serialVersionUID = 1L;

  QuietHoursNow(QuietHours hours, Instant over) {
    super(
        "quiet-hours",
        "%s 至%s %s 为勿扰时段，不得拨打回访电话，请于 %s 后再拨打并登记；诉求人此时来电的，登记为“接通”。"
            .formatted(hours.from(), hours.reachOverMidnight() ? "次日" : "", hours.to(), hours.to()),
        "No citizen is called between %s and %s: call from %s on, and record it then. A citizen who rings now is recorded as reached."
            .formatted(hours.from(), hours.to(), hours.to()));
    with("nextAt", over.toString());
  }
}
