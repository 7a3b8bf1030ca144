package hotline.dispatch.assignments;

import hotline.calendar.ClockHand;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;
import java.util.Optional;

/** Where one clock of an assignment stands. */
record Hand(DeadlineKind kind, ClockHand clock) {

  Hand(DeadlineKind kind, Instant due, Instant yellow, boolean missed, Instant warned) {
    this(kind, new ClockHand(due, yellow, missed, warned));
  }

  Instant due() {
    return clock.due();
  }

  boolean missed() {
    return clock.missed();
  }

  Instant warned() {
    return clock.warned();
  }

  boolean hasRunOut(Instant now) {
    return clock.hasRunOut(now);
  }

  boolean approaches(Instant now) {
    return clock.approaches(now);
  }

  Optional<Instant> nextWord() {
    return clock.nextWord();
  }

  Hand saidAt(Instant now) {
    return new Hand(kind, clock.saidAt(now));
  }
}
