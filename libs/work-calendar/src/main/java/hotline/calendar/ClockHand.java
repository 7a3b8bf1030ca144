package hotline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one running clock stands, and what of it was said already: that it turned yellow, once for
 * each due time, and that it ran out, once.
 *
 * @param yellow from when it is yellow; null when that was not computed
 * @param missed whether it was said to have run out
 * @param warned the due time that was said to approach; null for none
 */
public record ClockHand(Instant due, Instant yellow, boolean missed, Instant warned) {

  /** It has run out and that was not said; the due moment itself is in time. */
  public boolean hasRunOut(Instant now) {
    return !missed && now.isAfter(due);
  }

  /** It is yellow and that was not said of this due time. */
  public boolean approaches(Instant now) {
    return mayWarn() && !now.isBefore(yellow) && !now.isAfter(due);
  }

  private boolean mayWarn() {
    return !missed && yellow != null && !due.equals(warned);
  }

  /** The moment from which there is something to say of it. */
  public Optional<Instant> nextWord() {
    if (missed) {
      return Optional.empty();
    }
    return Optional.of(mayWarn() ? yellow : due.plus(Duration.ofMillis(1)));
  }

  /** The same after all that was to be said at that moment. */
  public ClockHand saidAt(Instant now) {
    if (hasRunOut(now)) {
      return asMissed();
    }
    return approaches(now) ? asWarned() : this;
  }

  /** The same after it was said to have run out. */
  public ClockHand asMissed() {
    return new ClockHand(due, yellow, true, warned);
  }

  /** The same after its due time was said to approach. */
  public ClockHand asWarned() {
    return new ClockHand(due, yellow, missed, due);
  }
}
