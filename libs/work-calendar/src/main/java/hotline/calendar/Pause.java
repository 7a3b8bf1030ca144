package hotline.calendar;

import hotline.calendar.InputRefused.Reason;
import java.time.Instant;
import java.util.Objects;

/**
 * A half-open span in which the clock stands still (挂起、待审核); the explanation says the reason.
 *
 * @param reason in Chinese, such as 挂起; empty when none is given
 * @param english the same in English
 */
public record Pause(Instant from, Instant to, String reason, String english) {

  public Pause {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(english, "english");
    if (to.isBefore(from)) {
      throw new InputRefused(Reason.PAUSE_ENDS_BEFORE_IT_BEGINS, from + " - " + to);
    }
  }

  /** A reason that reads the same in both languages. */
  public Pause(Instant from, Instant to, String reason) {
    this(from, to, reason, reason);
  }

  public static Pause of(Instant from, Instant to) {
    return new Pause(from, to, "", "");
  }
}
