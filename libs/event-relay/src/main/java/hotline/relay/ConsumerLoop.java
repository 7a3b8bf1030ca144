package hotline.relay;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One member of the consumer group: poll, apply in one transaction, note the offsets, again. */
final class ConsumerLoop implements Runnable, ConsumerRebalanceListener, Delivery.Patience {

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSED_POLL = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final int SMALL_POLL = 100;

  /** The records in hand are no longer this member's business. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ConsumerSettings settings;
  private final Supplier<Consumer<byte[], byte[]>> clients;
  private final Delivery delivery;
  private final TopicIds topicIds;
  private final Duration sweepEvery;
  private final RecordReader reader;

  private final OffsetNotes offsets = new OffsetNotes();
  private final Map<TopicPartition, Long> inHand = new HashMap<>();
  private Consumer<byte[], byte[]> consumer;
  private BrokerConnection connection;
  private boolean waiting;
  private boolean abandoned;
  private long lastSweep = System.nanoTime();

  private volatile Consumer<byte[], byte[]> wakeable;
  private volatile boolean running = true;
  private volatile ConsumerState state = ConsumerState.STARTING;
  private volatile String failure;
  private volatile long lag;

  /**
   * @param clients makes a client of the log, again after the one before failed
   * @param sweepEvery how often this member looks for gaps that closed, or null when another does
   */
  ConsumerLoop(
      ConsumerSettings settings,
      Supplier<Consumer<byte[], byte[]>> clients,
      Delivery delivery,
      TopicIds topicIds,
      Duration sweepEvery) {
    this.settings = settings;
    this.clients = clients;
    this.delivery = delivery;
    this.topicIds = topicIds;
    this.sweepEvery = sweepEvery;
    reader = new RecordReader(settings.ownSource());
  }

  @Override
  public void run() {
    while (running) {
      try {
        read();
      } catch (InterruptedException | InterruptException | WakeupException stop) {
        Thread.interrupted();
        if (!running) {
          break;
        }
      } catch (Throwable failed) {
        cutOff(failed);
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
      }
    }
    state = ConsumerState.STOPPED;
  }

  private void read() throws InterruptedException {
    consumer = clients.get();
    connection = new BrokerConnection(consumer);
    wakeable = consumer;
    offsets.forgetAll();
    inHand.clear();
    try {
      consumer.subscribe(settings.topics(), this);
      while (running) {
        turn();
      }
    } finally {
      wakeable = null;
      offsets.noteNow(consumer);
      // A static member keeps its partitions for its return; any other leaves the group.
      consumer.close(CloseOptions.timeout(GOODBYE));
    }
  }

  private void turn() throws InterruptedException {
    long began = System.nanoTime();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (!records.isEmpty()) {
      take(records);
    }
    if (connection.isGone()) {
      cutOff(new IOException("No broker answers"));
    } else if (!consumer.assignment().isEmpty()) {
      state = ConsumerState.RUNNING;
      failure = null;
    } else if (state == ConsumerState.CUT_OFF && connection.isThere()) {
      // More members than partitions: this one has nothing to read.
      state = ConsumerState.STARTING;
      failure = null;
    }
    measureLag(0);
    offsets.noteNowAndThen(consumer);
    sweep();
    gather(began, records.count());
  }

  private void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    abandoned = false;
    for (TopicPartition partition : records.partitions()) {
      inHand.put(partition, records.records(partition).get(0).offset());
    }
    List<Incoming> batch = reader.read(records);
    try {
      if (!batch.isEmpty()) {
        delivery.deliver(batch, this);
      }
      offsets.applied(records.nextOffsets());
    } catch (Abandoned abandoned) {
      rewind();
    } finally {
      inHand.clear();
      if (!consumer.paused().isEmpty()) {
        consumer.resume(consumer.paused());
      }
    }
  }

  @Override
  public void await(Duration time, Throwable fault) throws InterruptedException {
    if (fault != null) {
      blocked(fault);
    }
    // Polling while paused keeps the place in the group; a wait without it would end in a
    // rebalance.
    consumer.pause(consumer.assignment());
    waiting = true;
    try {
      long end = System.nanoTime() + time.toNanos();
      do {
        long left = Math.max(1, end - System.nanoTime());
        poll(Duration.ofNanos(Math.min(left, PAUSED_POLL.toNanos())));
        measureLag(inHand.size());
        if (!running || abandoned) {
          throw new Abandoned();
        }
      } while (System.nanoTime() < end);
    } finally {
      waiting = false;
    }
  }

  private void poll(Duration time) {
    try {
      ConsumerRecords<byte[], byte[]> early = consumer.poll(time);
      for (TopicPartition partition : early.partitions()) {
        LOG.warn("Partition {} spoke while paused, it is read again", partition);
        consumer.seek(partition, early.records(partition).get(0).offset());
        abandoned = true;
      }
    } catch (WakeupException stop) {
      throw new Abandoned();
    }
  }

  private void rewind() {
    Set<TopicPartition> mine = new HashSet<>(consumer.assignment());
    inHand.forEach(
        (partition, offset) -> {
          if (mine.contains(partition)) {
            consumer.seek(partition, offset);
          }
        });
  }

  private void blocked(Throwable fault) {
    if (state != ConsumerState.BLOCKED) {
      LOG.warn("Records wait for the surroundings: {}", fault.toString(), fault);
    }
    state = ConsumerState.BLOCKED;
    failure = String.valueOf(fault);
  }

  private void cutOff(Throwable failed) {
    if (state != ConsumerState.CUT_OFF) {
      LOG.warn("The log cannot be read, trying again", failed);
    }
    state = ConsumerState.CUT_OFF;
    failure = String.valueOf(failed);
  }

  private void gather(long began, int count) {
    if (count > 0 && count < SMALL_POLL) {
      long left = settings.gather().toNanos() - (System.nanoTime() - began);
      if (left > 0) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void sweep() throws InterruptedException {
    if (sweepEvery != null && System.nanoTime() - lastSweep > sweepEvery.toNanos()) {
      lastSweep = System.nanoTime();
      abandoned = false;
      try {
        delivery.sweepGaps(this);
      } catch (Abandoned later) {
        LOG.debug("The sweep for closed gaps goes on later");
      } finally {
        consumer.resume(consumer.paused());
      }
    }
  }

  private void measureLag(long more) {
    long sum = more;
    for (TopicPartition partition : consumer.assignment()) {
      sum += consumer.currentLag(partition).orElse(0);
    }
    lag = sum;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Set<String> unsequenced = new HashSet<>();
    for (TopicPartition partition : partitions) {
      if (settings.unsequencedTopics().contains(partition.topic())) {
        unsequenced.add(partition.topic());
      }
    }
    try {
      topicIds.learn(unsequenced);
    } catch (InterruptedException stop) {
      throw new InterruptException(stop);
    }
    if (waiting) {
      // What they bring now would be read by nobody.
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    offsets.noteNow(consumer);
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    offsets.forget(partitions);
    if (partitions.stream().anyMatch(inHand::containsKey)) {
      abandoned = true;
    }
  }

  void stop() {
    running = false;
    Consumer<byte[], byte[]> polling = wakeable;
    if (polling != null) {
      polling.wakeup();
    }
  }

  ConsumerState state() {
    return state;
  }

  String failure() {
    return failure;
  }

  long lag() {
    return lag;
  }
}
