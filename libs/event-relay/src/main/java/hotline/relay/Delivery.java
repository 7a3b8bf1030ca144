package hotline.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings a batch to its end, whatever happens: waits out faults of the surroundings, narrows a
 * failure down to the record that causes it, parks that one and goes on with the rest.
 */
final class Delivery {

  /** A bug or a race: a version conflict with a command heals itself when tried again. */
  private static final int ATTEMPTS = 3;

  /** A batch that meets one timeout after another may be too big for the time it has. */
  private static final int FAULTS_BEFORE_SPLIT = 3;

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration RACE_WAIT = Duration.ofMillis(20);

  private final Inbox inbox;
  private final ParkedKeys parkedKeys;
  private final AtomicLong applied = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();
  private final AtomicLong parked = new AtomicLong();

  Delivery(Inbox inbox, ParkedKeys parkedKeys) {
    this.inbox = inbox;
    this.parkedKeys = parkedKeys;
  }

  /** How the caller waits: it keeps its place in the consumer group meanwhile. */
  interface Patience {

    /**
     * @param fault what is waited for, or null for a short pause between attempts
     */
    void await(Duration time, Throwable fault) throws InterruptedException;
  }

  void deliver(List<Incoming> records, Patience patience) throws InterruptedException {
    int faults = 0;
    int attempts = 0;
    while (true) {
      try {
        Outcome outcome = inbox.apply(records);
        count(outcome);
        drain(outcome, patience);
        return;
      } catch (Throwable failed) {
        stopIfInterrupted(failed);
        if (raced(failed)) {
          patience.await(RACE_WAIT, null);
        } else if (Faults.isInfrastructure(failed)) {
          patience.await(wait(faults++), failed);
          if (faults >= FAULTS_BEFORE_SPLIT && records.size() > 1) {
            split(records, patience);
            return;
          }
        } else if (records.size() > 1) {
          split(records, patience);
          return;
        } else if (Faults.poison(failed).isPresent() || ++attempts >= ATTEMPTS) {
          park(records.get(0), failed, patience);
          return;
        } else {
          patience.await(RACE_WAIT.multipliedBy(attempts), null);
        }
      }
    }
  }

  /** The first half ends before the second begins: a key that is parked holds its later records. */
  private void split(List<Incoming> records, Patience patience) throws InterruptedException {
    int middle = records.size() / 2;
    deliver(records.subList(0, middle), patience);
    deliver(records.subList(middle, records.size()), patience);
  }

  /** Nothing but success ends this: a record that cannot be parked either must not be lost. */
  private void park(Incoming record, Throwable failed, Patience patience)
      throws InterruptedException {
    int faults = 0;
    while (true) {
      try {
        count(inbox.park(record, failed));
        return;
      } catch (Throwable again) {
        stopIfInterrupted(again);
        patience.await(raced(again) ? RACE_WAIT : wait(faults++), again);
      }
    }
  }

  private void drain(Outcome outcome, Patience patience) throws InterruptedException {
    for (String key : outcome.drainable()) {
      redrive(key, patience);
    }
  }

  /** Keys whose gap closed while nobody looked, such as just before a crash. */
  void sweepGaps(Patience patience) throws InterruptedException {
    List<String> keys;
    try {
      keys = parkedKeys.closedGaps(100);
    } catch (Exception failed) {
      stopIfInterrupted(failed);
      return;
    }
    for (String key : keys) {
      redrive(key, patience);
    }
  }

  private void redrive(String key, Patience patience) throws InterruptedException {
    int faults = 0;
    while (true) {
      try {
        RedriveResult result = parkedKeys.redrive(key);
        applied.addAndGet(result.applied());
        duplicates.addAndGet(result.duplicates());
        return;
      } catch (Exception failed) {
        stopIfInterrupted(failed);
        patience.await(wait(faults++), failed);
      }
    }
  }

  private void count(Outcome outcome) {
    applied.addAndGet(outcome.applied());
    duplicates.addAndGet(outcome.duplicates());
    gaps.addAndGet(outcome.gaps());
    parked.addAndGet(outcome.parked());
  }

  private static boolean raced(Throwable failed) {
    int depth = 0;
    for (Throwable at = failed; at != null && depth < 30; at = at.getCause(), depth++) {
      if (at instanceof RacedByAnotherConsumer) {
        return true;
      }
    }
    return false;
  }

  private static void stopIfInterrupted(Throwable failed) throws InterruptedException {
    int depth = 0;
    for (Throwable at = failed; at != null && depth < 30; at = at.getCause(), depth++) {
      if (at instanceof InterruptedException) {
        throw new InterruptedException("Interrupted while applying records");
      }
    }
  }

  private static Duration wait(int faults) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(faults, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  long applied() {
    return applied.get();
  }

  long duplicates() {
    return duplicates.get();
  }

  long gaps() {
    return gaps.get();
  }

  long parked() {
    return parked.get();
  }
}
