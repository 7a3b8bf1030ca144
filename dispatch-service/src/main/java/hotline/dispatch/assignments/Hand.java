package hotline.dispatch.assignments;

import hotline.lifecycle.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one clock of an assignment stands.
 *
 * @param yellow from when it is yellow; null when that was not computed
 * @param missed whether it was said to have run out
 * @param warned the due time that was said to approach; null for none
 */
record Hand(DeadlineKind kind, Instant due, Instant yellow, boolean missed, Instant warned) {

  /** It has run out and that was not said; the due moment itself is in time. */
  boolean hasRunOut(Instant now) {
    return !missed && now.isAfter(due);
  }

  /** It is yellow and that was not said of this due time. */
  boolean approaches(Instant now) {
    return mayWarn() && !now.isBefore(yellow) && !now.isAfter(due);
  }

  private boolean mayWarn() {
    return !missed && yellow != null && !due.equals(warned);
  }

  /** The moment from which there is something to say of it. */
  Optional<Instant> nextWord() {
    if (missed) {
      return Optional.empty();
    }
    return Optional.of(mayWarn() ? yellow : due.plus(Duration.ofMillis(1)));
  }

  Hand asMissed() {
    return new Hand(kind, due, yellow, true, warned);
  }

  Hand asWarned() {
    return new Hand(kind, due, yellow, missed, due);
  }
}
