package hotline.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires what is due, in batches, oldest first, each timer in the transaction of its effects: once,
 * with any number of instances, across restarts and jumps of the clock.
 */
public final class TimerRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TimerRunner.class);

  /** Real time between two looks: the clock may be simulated and jump. One indexed statement. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final Timers timers;
  private final TimerHandler handler;
  private final Clock clock;
  private final Signal look = new Signal();
  private final Signal rush = new Signal();
  private final AtomicLong fired = new AtomicLong();
  private volatile boolean running;
  private volatile String failure;
  private final List<Thread> threads = new ArrayList<>();

  public TimerRunner(Transactions transactions, Timers timers, TimerHandler handler, Clock clock) {
    this.transactions = transactions;
    this.timers = timers;
    this.handler = handler;
    this.clock = clock;
  }

  public synchronized void start() {
    running = true;
    begin("timers", this::run);
    begin("timers-rush", this::help);
  }

  private void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void run() {
    Duration wait = LOOK;
    while (running) {
      try {
        int count = runOnce();
        if (count >= BATCH) {
          rush.raise();
        }
        wait = count > 0 ? Duration.ZERO : LOOK;
        failure = null;
      } catch (Throwable failed) {
        if (failed instanceof InterruptedException) {
          return;
        }
        note(failed);
        wait = min(wait.multipliedBy(2).plus(LOOK), LONGEST_WAIT);
      }
      try {
        look.await(wait);
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  /** While thousands are due together: one computes when the other waits for the database. */
  private void help() {
    while (running) {
      try {
        boolean more = rush.await(LONGEST_WAIT);
        while (running && more) {
          more = runOnce() >= BATCH;
        }
      } catch (InterruptedException stop) {
        return;
      } catch (Throwable failed) {
        // The other meets the same fault, notes it and waits.
        LOG.debug("Timers are left to the other thread", failed);
      }
    }
  }

  private void note(Throwable failed) {
    if (failure == null) {
      LOG.warn("Timers wait for the surroundings", failed);
    }
    failure = String.valueOf(failed);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * One pass: fires up to a batch of what is due now and tells how many fired.
   *
   * @throws Exception a fault of the surroundings; nothing is lost, the next pass tries again
   */
  public int runOnce() throws Exception {
    Instant now = clock.instant();
    List<DueTimer> claimed = new ArrayList<>();
    try {
      int count =
          transactions.call(
              tx -> {
                claimed.clear();
                claimed.addAll(timers.claim(tx, now, BATCH));
                if (!claimed.isEmpty()) {
                  handler.fire(tx, Collections.unmodifiableList(claimed));
                }
                return claimed.size();
              });
      fired.addAndGet(count);
      return count;
    } catch (Throwable failed) {
      if (claimed.isEmpty() || passes(failed)) {
        throw failed;
      }
      return oneByOne(List.copyOf(claimed));
    }
  }

  private int oneByOne(List<DueTimer> due) throws Exception {
    int count = 0;
    for (DueTimer timer : due) {
      try {
        count +=
            transactions.call(
                tx -> {
                  List<DueTimer> mine = timers.claim(tx, timer);
                  if (!mine.isEmpty()) {
                    handler.fire(tx, mine);
                  }
                  return mine.size();
                });
      } catch (Throwable failed) {
        if (passes(failed)) {
          throw failed;
        }
        LOG.error(
            "Timer {} of {} failed and is tried again later", timer.kind(), timer.key(), failed);
        transactions.call(
            tx -> {
              timers.postpone(tx, timer, Inbox.text(failed));
              return null;
            });
      }
    }
    fired.addAndGet(count);
    return count;
  }

  private static boolean passes(Throwable failed) {
    return failed instanceof InterruptedException || Faults.isInfrastructure(failed);
  }

  /** Timers fired since the start. */
  public long fired() {
    return fired.get();
  }

  /** Why nothing fires at the moment. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void close() {
    running = false;
    look.raise();
    rush.raise();
    List<Thread> ending;
    synchronized (this) {
      ending = List.copyOf(threads);
    }
    Threads.end(ending, Duration.ofSeconds(5));
  }
}
