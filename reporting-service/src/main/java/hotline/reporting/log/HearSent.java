package hotline.reporting.log;

import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.quarkus.RelayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hears until when the services have sent everything, apart from the reader of the log: a
 * subscription of which one topic is refused reads none of them. Without a group, on every instance
 * and from the beginning: the topic is small, and the latest counts.
 */
@ApplicationScoped
class HearSent {

  private static final Logger LOG = Logger.getLogger(HearSent.class);
  private static final long AGAIN_SECONDS = 5;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final DataSource database;
  private final SentByServices sent;
  private final RelayConfig config;
  private final Map<String, Object> kafka;
  private final String bootstrapServers;
  // Of the one thread that hears.
  private int failures;
  private volatile boolean stopping;
  private volatile KafkaConsumer<String, byte[]> hearing;
  private final ScheduledExecutorService listening =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "hear-sent");
            thread.setDaemon(true);
            return thread;
          });

  HearSent(
      DataSource database,
      SentByServices sent,
      RelayConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.database = database;
    this.sent = sent;
    this.config = config;
    this.kafka = kafka;
    this.bootstrapServers = bootstrapServers;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      listening.scheduleWithFixedDelay(this::hearQuietly, 1, AGAIN_SECONDS, TimeUnit.SECONDS);
    }
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping = true;
    KafkaConsumer<String, byte[]> polling = hearing;
    if (polling != null) {
      polling.wakeup();
    }
    listening.shutdown();
    // It writes into the database, which is closed next.
    if (!listening.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("The topic of marks is still being read");
    }
  }

  private void hearQuietly() {
    if (stopping) {
      return;
    }
    try {
      hear();
    } catch (WakeupException stop) {
      LOG.debug("Until when services have sent is not heard any more", stop);
    } catch (SQLException | RuntimeException notNow) {
      failures++;
      // At the first start of all the topic is being made. Said once while it lasts.
      LOG.log(
          failures == 2 ? Logger.Level.WARN : Logger.Level.DEBUG,
          "It is not heard on "
              + Topics.SENT_UNTIL
              + " until when services have sent: no daily report is frozen meanwhile. Is the topic"
              + " there, and may reporting read it?",
          notNow);
    }
  }

  private void hear() throws SQLException {
    try (KafkaConsumer<String, byte[]> consumer = WholeTopic.consumer(kafka, bootstrapServers)) {
      hearing = consumer;
      if (WholeTopic.fromBeginning(consumer, Topics.SENT_UNTIL).isEmpty()) {
        throw new IllegalStateException("The topic is missing");
      }
      while (!stopping) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          save(records);
          failures = 0;
        }
      }
    } finally {
      hearing = null;
    }
  }

  private void save(ConsumerRecords<String, byte[]> records) throws SQLException {
    List<Incoming> said = new ArrayList<>(records.count());
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        said.add(incoming(record));
      }
    }
    try (Connection connection = database.getConnection()) {
      sent.save(connection, said);
    }
  }

  private static Incoming incoming(ConsumerRecord<String, byte[]> record) {
    return new Incoming(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        WholeTopic.headers(record),
        record.value());
  }
}
