package hotline.calendar;

import hotline.calendar.InputRefused.Reason;
import java.time.Instant;
import java.util.Objects;

/**
 * A half-open span in which the clock stands still (挂起、待审核); the reason is a code shown by the
 * explanation.
 */
public record Pause(Instant from, Instant to, String reason) {

  public Pause {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
    if (to.isBefore(from)) {
      throw new InputRefused(Reason.PAUSE_ENDS_BEFORE_IT_BEGINS, from + " - " + to);
    }
  }

  public static Pause of(Instant from, Instant to) {
    return new Pause(from, to, "");
  }
}
