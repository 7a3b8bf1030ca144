package hotline.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends rows in order with an idempotent producer and tells which of them the broker has. */
final class LogWriter implements AutoCloseable {

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final KafkaProducer<byte[], byte[]> producer;

  LogWriter(Map<String, Object> kafka) {
    producer =
        new KafkaProducer<>(
            configuration(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> configuration(Map<String, Object> kafka) {
    Map<String, Object> all = new HashMap<>();
    all.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    all.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    all.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    all.putAll(kafka);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A batch that expires lets later ones of its partition overtake it: none ever expires.
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return all;
  }

  /** What became of a batch; rows neither acknowledged nor refused are in doubt. */
  record Result(List<Long> acknowledged, Set<String> silentTopics, Exception failure) {

    boolean complete() {
      return failure == null && silentTopics.isEmpty();
    }
  }

  /**
   * @param patience how long to wait for the last acknowledgement
   * @param goOn looked at ten times a second; false ends the waiting
   */
  Result send(List<OutboxRow> rows, Duration patience, BooleanSupplier goOn)
      throws InterruptedException {
    AtomicIntegerArray acknowledged = new AtomicIntegerArray(rows.size());
    AtomicReference<Exception> failure = new AtomicReference<>();
    Set<String> refused = ConcurrentHashMap.newKeySet();
    CountDownLatch open = new CountDownLatch(rows.size());
    for (int at = 0; at < rows.size(); at++) {
      OutboxRow row = rows.get(at);
      // After one failure nothing of that topic may overtake what failed.
      if (refused.contains(row.topic())) {
        open.countDown();
        continue;
      }
      int place = at;
      producer.send(
          record(row),
          (where, failed) -> {
            if (failed == null) {
              acknowledged.set(place, 1);
            } else {
              refused.add(row.topic());
              failure.compareAndSet(null, failed);
            }
            open.countDown();
          });
    }
    long end = System.nanoTime() + patience.toNanos();
    while (!open.await(GLANCE.toNanos(), TimeUnit.NANOSECONDS)) {
      if (System.nanoTime() > end || !goOn.getAsBoolean()) {
        break;
      }
    }
    return result(rows, acknowledged, failure.get());
  }

  private static Result result(
      List<OutboxRow> rows, AtomicIntegerArray acknowledged, Exception failure) {
    List<Long> done = new ArrayList<>(rows.size());
    Set<String> silent = new HashSet<>();
    Set<String> heard = new HashSet<>();
    for (int at = 0; at < rows.size(); at++) {
      OutboxRow row = rows.get(at);
      if (acknowledged.get(at) == 1) {
        done.add(row.id());
        heard.add(row.topic());
      } else {
        silent.add(row.topic());
      }
    }
    silent.removeAll(heard);
    return new Result(done, done.size() == rows.size() ? Set.of() : silent, failure);
  }

  private static ProducerRecord<byte[], byte[]> record(OutboxRow row) {
    var record =
        new ProducerRecord<>(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.value());
    String[] pairs = row.headers();
    for (int at = 0; at < pairs.length; at += 2) {
      record.headers().add(pairs[at], pairs[at + 1].getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  /** Drops what is still unsent: those rows are in the outbox and will be sent again. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
