package hotline.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the log and applies it exactly once: a poll's records in one transaction with the note how
 * far each stream has come; offsets follow the commit.
 */
public final class LogConsumer implements AutoCloseable {

  private final ConsumerSettings settings;
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final Delivery delivery;
  private final ParkedKeys parkedKeys;
  private final List<ConsumerLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  public LogConsumer(Transactions transactions, RecordApplier applier, ConsumerSettings settings) {
    this.settings = settings;
    TopicIds topicIds = new TopicIds(settings.kafka());
    Inbox inbox =
        new Inbox(
            transactions,
            applier,
            new InboxSettings(
                settings.schema(),
                settings.unsequencedTopics(),
                settings.deadLetterTopic(),
                topicIds::of));
    parkedKeys = new ParkedKeys(inbox, settings.schema());
    delivery = new Delivery(inbox, parkedKeys);
    for (int member = 0; member < settings.threads(); member++) {
      Map<String, Object> configuration = configuration(member);
      loops.add(
          new ConsumerLoop(
              settings,
              () ->
                  new KafkaConsumer<>(
                      configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
              delivery,
              topicIds,
              member == 0 ? SWEEP : null));
    }
  }

  private Map<String, Object> configuration(int member) {
    Map<String, Object> all = new HashMap<>();
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    all.putAll(settings.kafka());
    all.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    if (settings.instance() != null) {
      all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance() + "-" + member);
    }
    return all;
  }

  public synchronized void start() {
    for (ConsumerLoop loop : loops) {
      Thread thread = new Thread(loop, "log-consumer-" + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** What is parked, and the ways out of it. */
  public ParkedKeys parkedKeys() {
    return parkedKeys;
  }

  /** The worst state among the members. */
  public ConsumerState state() {
    ConsumerState worst = ConsumerState.RUNNING;
    for (ConsumerLoop loop : loops) {
      if (severity(loop.state()) > severity(worst)) {
        worst = loop.state();
      }
    }
    return worst;
  }

  private static int severity(ConsumerState state) {
    return switch (state) {
      case RUNNING -> 0;
      case STARTING -> 1;
      case CUT_OFF -> 2;
      case BLOCKED -> 3;
      case STOPPED -> 4;
    };
  }

  /** Why records wait at the moment. */
  public Optional<String> failure() {
    return loops.stream().map(ConsumerLoop::failure).filter(Objects::nonNull).findFirst();
  }

  /** Records in the log that are not applied yet, over all partitions of this instance. */
  public long lag() {
    return loops.stream().mapToLong(ConsumerLoop::lag).sum();
  }

  /** Records applied since the start. */
  public long applied() {
    return delivery.applied();
  }

  /** Records recognised as seen before and dropped, since the start. */
  public long duplicates() {
    return delivery.duplicates();
  }

  /** Missing numbers found since the start: each is an alarm. */
  public long gaps() {
    return delivery.gaps();
  }

  /** Records parked since the start. */
  public long parked() {
    return delivery.parked();
  }

  /** Finishes the transaction at hand, notes the offsets and ends, within seconds. */
  @Override
  public void close() {
    loops.forEach(ConsumerLoop::stop);
    List<Thread> ending;
    synchronized (this) {
      ending = List.copyOf(threads);
    }
    Threads.end(ending, Duration.ofSeconds(6));
  }
}
