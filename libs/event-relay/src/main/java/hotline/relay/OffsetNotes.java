package hotline.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the broker how far was applied, after the commit. Once a second is enough: what is read
 * twice after a crash is recognised.
 */
final class OffsetNotes {

  private static final Logger LOG = LoggerFactory.getLogger(OffsetNotes.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();
  private long lastTime = System.nanoTime();

  void applied(Map<TopicPartition, OffsetAndMetadata> next) {
    applied.putAll(next);
  }

  void forget(Collection<TopicPartition> partitions) {
    applied.keySet().removeAll(partitions);
  }

  void forgetAll() {
    applied.clear();
  }

  void noteNowAndThen(Consumer<?, ?> consumer) {
    if (applied.isEmpty() || System.nanoTime() - lastTime < INTERVAL.toNanos()) {
      return;
    }
    lastTime = System.nanoTime();
    consumer.commitAsync(
        new HashMap<>(applied),
        (offsets, failed) -> {
          if (failed != null) {
            LOG.debug("Offsets are noted later", failed);
            // Of those that are still ours: another member may have come further with the rest.
            offsets.keySet().retainAll(consumer.assignment());
            offsets.forEach(applied::putIfAbsent);
          }
        });
    applied.clear();
  }

  void noteNow(Consumer<?, ?> consumer) {
    if (!applied.isEmpty()) {
      try {
        consumer.commitSync(Map.copyOf(applied), LAST_WORD);
      } catch (KafkaException notNow) {
        LOG.debug("Offsets were not noted; those records are read again and recognised", notNow);
      }
      applied.clear();
    }
  }
}
