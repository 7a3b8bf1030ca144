package hotline.relay;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the outbox of one database to the broker: one holder at a time by a session advisory
 * lock, in id order, deleting by id what was acknowledged, never by a watermark.
 *
 * <p>It is woken by {@link #wake()} after a commit. NOTIFY is not part of the business transaction:
 * PostgreSQL holds one lock for all notifying commits while it flushes, which would end group
 * commit. Instead, an instance that does not hold the lock notifies the holder once for many
 * commits, on a connection of its own. Polling is the fallback.
 */
public final class Relay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration STUCK_TOPIC_RESTS = Duration.ofSeconds(10);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  private final DataSource database;
  private final RelaySettings settings;
  private final Signal work = new Signal();
  private final RelayCalls calls;
  private final Optional<SentMarks> marks;
  private final AtomicLong relayed = new AtomicLong();
  private final Map<String, Long> stuckTopics = new HashMap<>();
  private volatile boolean running;
  private volatile boolean holder;
  private volatile String failure;
  private Thread thread;

  /**
   * @param database two connections are taken and kept; better not from a small pool
   */
  public Relay(DataSource database, RelaySettings settings) {
    this(database, settings, Optional.empty());
  }

  /**
   * @param database two connections are taken and kept; better not from a small pool
   * @param mark what it says about how far it has sent; empty to say nothing
   */
  public Relay(DataSource database, RelaySettings settings, Optional<SentMark> mark) {
    this.database = database;
    this.settings = settings;
    marks = mark.map(SentMarks::new);
    calls = new RelayCalls(database, settings, work, () -> holder);
  }

  public synchronized void start() {
    running = true;
    thread = new Thread(this::run, "event-relay");
    thread.setDaemon(true);
    thread.start();
    calls.start();
  }

  /** After a commit that appended to the outbox: cheap, never blocks, safe from any thread. */
  public void wake() {
    if (holder) {
      work.raise();
    } else if (running) {
      calls.callHolder();
    }
  }

  /** Whether this instance is the one that sends. */
  public boolean isHolder() {
    return holder;
  }

  /** Records acknowledged by the broker since the start. */
  public long relayed() {
    return relayed.get();
  }

  /** Age of what it said last about how far it has sent; 0 where another one says it, or nobody. */
  public long sentMarkAgeSeconds() {
    return holder ? marks.map(SentMarks::ageSeconds).orElse(0L) : 0;
  }

  /** Why nothing moves at the moment; empty when all is well. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    while (running) {
      try (OutboxSession session = new OutboxSession(database, settings.schema())) {
        takeTurns(session);
      } catch (InterruptedException stop) {
        return;
      } catch (Throwable failed) {
        failing("Relay waits for its database", failed);
        pause(AFTER_FAILURE);
      } finally {
        holder = false;
      }
    }
  }

  private void takeTurns(OutboxSession session) throws Exception {
    while (running && !session.tryLock()) {
      work.await(settings.takeover());
    }
    if (!running) {
      return;
    }
    holder = true;
    LOG.info("This instance relays the outbox from now on");
    while (running) {
      try (LogWriter log = new LogWriter(settings.kafka())) {
        while (running && relay(session, log)) {
          // Until the producer must be made anew.
        }
      }
    }
  }

  /** One batch; false when the producer is no longer to be trusted. */
  private boolean relay(OutboxSession session, LogWriter log) throws Exception {
    long began = System.nanoTime();
    stuckTopics.values().removeIf(until -> until - began < 0);
    if (marks.isPresent()) {
      marks.get().say(session, log, () -> running);
    }
    List<OutboxRow> rows = session.read(settings.batchSize(), stuckTopics.keySet());
    if (rows.isEmpty()) {
      failure = null;
      work.await(settings.poll());
      return true;
    }
    LogWriter.Result result = log.send(rows, settings.patience(), () -> running && session.alive());
    if (!result.acknowledged().isEmpty()) {
      session.delete(result.acknowledged());
      relayed.addAndGet(result.acknowledged().size());
    }
    if (result.complete()) {
      failure = null;
      if (rows.size() < settings.batchSize()) {
        gather(began);
      }
      return true;
    }
    notAll(rows, result);
    return false;
  }

  private void notAll(List<OutboxRow> rows, LogWriter.Result result) throws InterruptedException {
    if (!running) {
      return;
    }
    // A topic that alone stays silent must not hold up all the others.
    if (!result.acknowledged().isEmpty()) {
      long until = System.nanoTime() + STUCK_TOPIC_RESTS.toNanos();
      result.silentTopics().forEach(topic -> stuckTopics.put(topic, until));
    }
    failing(
        "Relay waits for the broker: "
            + result.acknowledged().size()
            + " of "
            + rows.size()
            + " records acknowledged, silent topics "
            + result.silentTopics(),
        result.failure());
    work.await(AFTER_FAILURE);
  }

  private void gather(long began) throws InterruptedException {
    long left = settings.rest().toNanos() - (System.nanoTime() - began);
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left).toMillis(), (int) (left % 1_000_000));
    }
    work.await(settings.poll());
  }

  private void failing(String what, Throwable cause) {
    String text = what + (cause == null ? "" : ": " + cause);
    if (failure == null) {
      LOG.warn(text, cause);
    } else {
      LOG.debug(text, cause);
    }
    failure = text;
  }

  private void pause(Duration time) {
    try {
      work.await(time);
    } catch (InterruptedException stop) {
      running = false;
    }
  }

  /** Ends within a few seconds; what was not acknowledged stays in the outbox. */
  @Override
  public void close() {
    running = false;
    work.raise();
    calls.close();
    Thread ending;
    synchronized (this) {
      ending = thread;
    }
    Threads.end(Collections.singletonList(ending), Duration.ofSeconds(5));
  }
}
