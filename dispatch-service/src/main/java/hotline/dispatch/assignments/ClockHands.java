package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the three clocks of an assignment stand: which of them run, which have run out, and which
 * were said to have. What a batch of ten thousand reads of each.
 *
 * @param contactDue null where no contact is asked for
 */
record ClockHands(
    AssignmentStatus status,
    Instant signDue,
    Instant contactDue,
    Instant replyDue,
    boolean signMissed,
    boolean contactMissed,
    boolean replyMissed) {

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

  Stream<DeadlineKind> running() {
    return Arrays.stream(DeadlineKind.values())
        .filter(kind -> due(kind) != null && runs(kind, status));
  }

  /** The clocks that have run out and were not said to have, in that order. */
  List<DeadlineKind> runOut(Instant now) {
    return running()
        .filter(kind -> !missed(kind) && now.isAfter(due(kind)))
        .sorted(Comparator.comparing(this::due))
        .toList();
  }

  /** The moment from which the next clock has run out; the due moment itself is in time. */
  Optional<Instant> nextMiss() {
    return running()
        .filter(kind -> !missed(kind))
        .map(kind -> due(kind).plus(Duration.ofMillis(1)))
        .min(Comparator.naturalOrder());
  }

  /** The same after these were said. */
  ClockHands saying(List<DeadlineKind> said) {
    return new ClockHands(
        status,
        signDue,
        contactDue,
        replyDue,
        signMissed || said.contains(DeadlineKind.SIGN),
        contactMissed || said.contains(DeadlineKind.CONTACT),
        replyMissed || said.contains(DeadlineKind.REPLY));
  }

  Instant due(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signDue;
      case CONTACT -> contactDue;
      case REPLY -> replyDue;
      case CALLBACK -> null;
    };
  }

  private boolean missed(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signMissed;
      case CONTACT -> contactMissed;
      case REPLY -> replyMissed;
      case CALLBACK -> false;
    };
  }
}
