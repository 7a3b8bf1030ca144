package hotline.relay.quarkus;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.SentUntil;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.relay.ConsumerSettings;
import hotline.relay.LogConsumer;
import hotline.relay.OutboxRecord;
import hotline.relay.ParkedKeys;
import hotline.relay.RecordApplier;
import hotline.relay.RedriveResult;
import hotline.relay.Relay;
import hotline.relay.RelaySettings;
import hotline.relay.SentMark;
import hotline.relay.TimerHandler;
import hotline.relay.TimerRunner;
import hotline.relay.Timers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Relay, consumer and timers of this service: built, started after the migrations, stopped. */
@ApplicationScoped
public class RelayEngine {

  private static final Logger LOG = Logger.getLogger(RelayEngine.class);
  private static final int AFTER_THE_REST = 5_000;
  private static final Duration SENT_UNTIL_EVERY = Duration.ofSeconds(10);
  // A transaction that goes on for longer is rolled back.
  private static final Duration SENT_UNTIL_MARGIN = Duration.ofMinutes(1);

  private final RelayConfig config;
  private final Map<String, Object> kafka;
  private final Relay relay;
  private final LogConsumer consumer;
  private final Optional<TimerRunner> timers;
  private final List<String> topics;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RelayEngine(
      RelayConfig config,
      Config all,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      JtaTransactions transactions,
      Instance<RecordApplier> applier,
      Instance<TimerHandler> timerHandler,
      Clock clock) {
    this.config = config;
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(
        "bootstrap.servers",
        all.getOptionalValue("kafka.bootstrap.servers", String.class).orElse("localhost:9092"));
    topics = config.topics().orElse(List.of());
    String schema = config.schema().orElse(null);
    relay =
        new Relay(
            DirectDatabase.of(all),
            RelaySettings.of(this.kafka).withSchema(schema),
            config.ownSource().flatMap(Source::of).map(own -> sentUntil(own, clock)));
    consumer = new LogConsumer(transactions, only(applier), consumerSettings());
    timers =
        timerHandler.isUnsatisfied()
            ? Optional.empty()
            : Optional.of(
                new TimerRunner(
                    transactions,
                    new Timers(schema),
                    (tx, due) -> timerHandler.get().fire(tx, due),
                    clock));
  }

  /** Who says facts says until when all of them are in the log. */
  private static SentMark sentUntil(Source own, Clock clock) {
    return new SentMark(
        clock,
        SENT_UNTIL_EVERY,
        SENT_UNTIL_MARGIN,
        until ->
            new OutboxRecord(
                Topics.SENT_UNTIL,
                own.uri(),
                EventCodec.write(new SentUntil(until)),
                EventCodec.stateHeaders(UUID.randomUUID(), SentUntil.TYPE, own, own.uri(), until)));
  }

  private RecordApplier only(Instance<RecordApplier> applier) {
    if (applier.isUnsatisfied() && !topics.isEmpty()) {
      throw new IllegalStateException(
          "hotline.relay.topics names topics, but there is no RecordApplier bean");
    }
    return (tx, records) -> applier.get().apply(tx, records);
  }

  private ConsumerSettings consumerSettings() {
    String group = config.group().orElse("none");
    if (config.group().isEmpty() && !topics.isEmpty()) {
      throw new IllegalStateException(
          "hotline.relay.topics names topics, but hotline.relay.group is not set");
    }
    return ConsumerSettings.of(group, topics, kafka)
        .withInstance(config.instance().orElse(null))
        .withUnsequenced(config.unsequencedTopics().orElse(Set.of()))
        .withOwnSource(config.ownSource().orElse(null))
        .withDeadLetterTopic(config.deadLetterTopic().orElse(null))
        .withThreads(config.consumerThreads())
        .withGather(config.gather())
        .withMaxPollRecords(config.maxPollRecords())
        .withSchema(config.schema().orElse(null));
  }

  void start(@Observes @Priority(AFTER_THE_REST) StartupEvent started) {
    if (!config.enabled()) {
      LOG.info("Relay, consumer and timers are switched off");
      return;
    }
    relay.start();
    timers.ifPresent(TimerRunner::start);
    // The broker may be away for hours: HTTP starts without it.
    Thread reading = new Thread(this::readTheLog, "topics-at-start");
    reading.setDaemon(true);
    reading.start();
  }

  private void readTheLog() {
    try {
      if (config.createTopics()) {
        createTopics();
      }
      synchronized (stopping) {
        if (stopping.getCount() == 0 || topics.isEmpty()) {
          return;
        }
        consumer.start();
      }
      readWhatAnOlderVersionCouldNot();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Cases that wait for a newer version: this may be the one. Those it does not help wait on. */
  void readWhatAnOlderVersionCouldNot() throws InterruptedException {
    try {
      RedriveResult result = consumer.parkedKeys().redriveAll(Facts.UNKNOWN_TYPE);
      if (result.applied() > 0) {
        LOG.infov("{0} records that an older version did not know are applied", result.applied());
      }
    } catch (InterruptedException stop) {
      throw stop;
    } catch (Exception away) {
      LOG.warn("What waits for a newer version was not tried; an administrator can", away);
    }
  }

  private void createTopics() throws InterruptedException {
    List<String> others = new ArrayList<>(topics);
    config.deadLetterTopic().ifPresent(others::add);
    TopicsAtStart missing = new TopicsAtStart(kafka, others);
    for (int attempt = 0; stopping.getCount() > 0; attempt++) {
      try {
        missing.create();
        return;
      } catch (InterruptedException stop) {
        throw stop;
      } catch (Exception away) {
        if (attempt == 0) {
          LOG.warn("The broker does not answer; topics are made when it does", away);
        }
        stopping.await(Math.min(1 + attempt, 5), TimeUnit.SECONDS);
      }
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    synchronized (stopping) {
      stopping.countDown();
    }
    List<Thread> closing = new ArrayList<>();
    closing.add(new Thread(consumer::close, "close-consumer"));
    timers.ifPresent(runner -> closing.add(new Thread(runner::close, "close-timers")));
    closing.forEach(Thread::start);
    closing.forEach(RelayEngine::join);
    // Last: while it still holds the lock, what the others said at the end can leave. What does
    // not waits in the outbox for the next holder.
    relay.close();
  }

  private static void join(Thread closing) {
    try {
      closing.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  void wake() {
    relay.wake();
  }

  Relay relay() {
    return relay;
  }

  LogConsumer consumer() {
    return consumer;
  }

  Optional<String> timerFailure() {
    return timers.flatMap(TimerRunner::failure);
  }

  boolean reads() {
    return config.enabled() && !topics.isEmpty();
  }

  @Produces
  @Singleton
  ParkedKeys parkedKeys() {
    return consumer.parkedKeys();
  }

  @Produces
  @Singleton
  Timers timers() {
    return new Timers(config.schema().orElse(null));
  }
}
