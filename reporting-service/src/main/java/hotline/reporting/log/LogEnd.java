package hotline.reporting.log;

import hotline.lifecycle.Topics;
import hotline.relay.quarkus.RelayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks where the log ends: a partition of which all is read is read until now, though its last
 * fact may be old. Without that a quiet partition would make all numbers look as old as itself. The
 * broker is asked, for a reader's own idea of the end stands still while the broker is away; and
 * for all partitions, for those of another instance count too.
 */
@ApplicationScoped
class LogEnd {

  private static final Logger LOG = Logger.getLogger(LogEnd.class);
  private static final long EVERY_SECONDS = 5;
  private static final long PATIENCE_SECONDS = 20;

  private final DataSource database;
  private final LogProgress progress;
  private final SentByServices sent;
  private final RelayConfig config;
  private final Map<String, Object> kafka;
  private final Clock clock;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "log-end");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Admin admin;

  LogEnd(
      DataSource database,
      LogProgress progress,
      SentByServices sent,
      RelayConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Clock clock) {
    this.database = database;
    this.progress = progress;
    this.sent = sent;
    this.config = config;
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    this.kafka.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      looking.scheduleWithFixedDelay(this::lookQuietly, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    looking.shutdownNow();
    Admin asked = admin;
    if (asked != null) {
      asked.close(Duration.ZERO);
    }
  }

  private void lookQuietly() {
    try {
      look();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | SQLException | RuntimeException notNow) {
      // The numbers stay as old as they are said to be.
      LOG.debug("It is not known where the log ends", notNow);
    }
  }

  private void look()
      throws InterruptedException, ExecutionException, TimeoutException, SQLException {
    if (admin == null) {
      admin = Admin.create(kafka);
    }
    Instant before = clock.instant();
    Instant sentUntil;
    // Before the ends: what they say was sent lies before these.
    try (Connection connection = database.getConnection()) {
      sentUntil = SentByServices.byAll(sent.heard(connection));
    }
    List<LogProgress.End> ends = ends();
    try (Connection connection = database.getConnection()) {
      progress.saveEnds(connection, ends, before, sentUntil);
    }
  }

  private List<LogProgress.End> ends()
      throws InterruptedException, ExecutionException, TimeoutException {
    String topic = Topics.CASE_LIFECYCLE;
    List<TopicPartition> partitions =
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .get(topic)
            .partitions()
            .stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    // The ends first: what is read meanwhile was written before or after, but not overlooked.
    var ends =
        admin
            .listOffsets(
                partitions.stream()
                    .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, OffsetAndMetadata> noted =
        admin
            .listConsumerGroupOffsets(config.group().orElseThrow())
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return partitions.stream()
        .map(
            one ->
                new LogProgress.End(
                    one.partition(), ends.get(one).offset(), offset(noted.get(one))))
        .toList();
  }

  private static long offset(OffsetAndMetadata noted) {
    return noted == null ? 0 : noted.offset();
  }
}
