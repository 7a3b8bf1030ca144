package hotline.reporting.log;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Topics;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.quarkus.RelayConfig;
import hotline.reporting.directory.DirectoryNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the directory once more, without a group, while a unit stands here as a version kept it
 * that did not know of places: after an upgrade, or written by an older instance beside this one.
 * The reader's own offset is behind those records and does not go back. Asked often for the hour
 * after a start or a find, in which an upgrade goes from instance to instance, and then each
 * minute: an older instance may still stand beside.
 */
@ApplicationScoped
class DirectoryAgain {

  private static final Logger LOG = Logger.getLogger(DirectoryAgain.class);
  private static final long EVERY_SECONDS = 15;
  // An upgrade is over by then, as a rule.
  private static final int LOOKS = 240;
  // Of a halted upgrade or one that goes back: who is refused a copy is told to try again in two
  // minutes.
  private static final long LATER_SECONDS = 60;
  private static final Duration POLL = Duration.ofMillis(500);

  private final DataSource database;
  private final DirectoryNames names;
  private final RelayConfig config;
  private final Map<String, Object> kafka;
  private final String bootstrapServers;
  // Of the one thread that looks.
  private int quiet;
  private final ScheduledExecutorService reading =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "directory-again");
            thread.setDaemon(true);
            return thread;
          });

  DirectoryAgain(
      DataSource database,
      DirectoryNames names,
      RelayConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.database = database;
    this.names = names;
    this.config = config;
    this.kafka = kafka;
    this.bootstrapServers = bootstrapServers;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      reading.schedule(this::look, 1, TimeUnit.SECONDS);
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    reading.shutdownNow();
  }

  private void look() {
    quiet = readQuietly() ? quiet + 1 : 0;
    try {
      reading.schedule(this::look, quiet < LOOKS ? EVERY_SECONDS : LATER_SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException ending) {
      // The service stops.
      LOG.debug("The directory is not looked at any more", ending);
    }
  }

  /** Whether every unit had its place. */
  private boolean readQuietly() {
    try (Connection connection = database.getConnection()) {
      if (!names.lackPlaces(connection)) {
        return true;
      }
      names.fillPlaces(connection, units().values());
    } catch (SQLException | KafkaException notNow) {
      // Nothing is submitted meanwhile, and its refusal says so.
      LOG.debug("The directory could not be read once more", notNow);
    } catch (RuntimeException broken) {
      LOG.warn("The directory could not be read once more", broken);
    }
    return false;
  }

  /** The newest of each unit until where the topic ends now. */
  private Map<String, DirectoryEntry.Unit> units() {
    Map<String, DirectoryEntry.Unit> units = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer = WholeTopic.consumer(kafka, bootstrapServers)) {
      List<TopicPartition> partitions = WholeTopic.fromBeginning(consumer, Topics.DIRECTORY);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          unit(record, units);
        }
      }
    }
    return units;
  }

  private static void unit(
      ConsumerRecord<String, byte[]> record, Map<String, DirectoryEntry.Unit> units) {
    if (record.value() == null) {
      return;
    }
    try {
      if (EventCodec.readDirectoryEntry(WholeTopic.headers(record), record.value())
          instanceof DirectoryEntry.Unit unit) {
        units.put(unit.code(), unit);
      }
    } catch (UnreadableEvent unreadable) {
      // The reader of the log has parked it.
      LOG.debug("A record of the directory is not readable", unreadable);
    }
  }
}
