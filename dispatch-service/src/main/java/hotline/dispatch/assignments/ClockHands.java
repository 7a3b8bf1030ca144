package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the clocks of an assignment stand: which of them run, which are near their end or past it,
 * and which were said to be. What a batch of ten thousand reads of each.
 *
 * @param hands those that the assignment has
 */
record ClockHands(AssignmentStatus status, List<Hand> hands) {

  /** Whether that clock runs while the assignment is in that status. */
  static boolean runs(DeadlineKind kind, AssignmentStatus status) {
    return switch (status) {
      case PENDING_SIGN -> kind != DeadlineKind.CALLBACK;
      case SIGNED -> kind == DeadlineKind.CONTACT || kind == DeadlineKind.REPLY;
      case CONTACTED,
          HANDLING,
          SUBDISPATCHED,
          REPLY_REJECTED,
          RETURN_REQUESTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED ->
          kind == DeadlineKind.REPLY;
      case REPLY_SUBMITTED, HELD, DONE, RETURNED, RECALLED, CANCELLED -> false;
    };
  }

  Stream<Hand> running() {
    return hands.stream().filter(this::runs);
  }

  private boolean runs(Hand hand) {
    return runs(hand.kind(), status);
  }

  /** The clocks that have run out and were not said to have, in that order. */
  List<Hand> runOut(Instant now) {
    return running()
        .filter(hand -> hand.hasRunOut(now))
        .sorted(Comparator.comparing(Hand::due))
        .toList();
  }

  /** The clocks that have turned yellow and were not said to have; none that has run out since. */
  List<Hand> approaching(Instant now) {
    return running()
        .filter(hand -> hand.approaches(now))
        .sorted(Comparator.comparing(Hand::due))
        .toList();
  }

  /** The moment from which there is something to say. */
  Optional<Instant> nextWord() {
    return running().flatMap(hand -> hand.nextWord().stream()).min(Comparator.naturalOrder());
  }

  /** The same after all that was to be said at that moment. */
  ClockHands saidAt(Instant now) {
    return new ClockHands(
        status, hands.stream().map(hand -> runs(hand) ? hand.saidAt(now) : hand).toList());
  }

  /** Null when the assignment has no such clock. */
  Hand hand(DeadlineKind kind) {
    return hands.stream().filter(hand -> hand.kind() == kind).findFirst().orElse(null);
  }
}
