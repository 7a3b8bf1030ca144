package hotline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from now on, like any consumer of the stream, and notes when each record came. */
final class LogReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** A record and the moment, in milliseconds, when this reader had it. */
  record Seen(ConsumerRecord<String, byte[]> record, long atMillis) {

    String header(String name) {
      Header header = record.headers().lastHeader(name);
      return header == null
          ? null
          : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final String type;
  private final List<Seen> seen = new ArrayList<>();
  private final Set<String> counted = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::run, "log-reader");
  private volatile boolean reading = true;

  /**
   * @param type of the events that are counted meanwhile
   */
  LogReader(String bootstrap, String topic, String type) {
    this.type = type;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try (consumer) {
      while (reading) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        long now = System.currentTimeMillis();
        records.forEach(record -> take(new Seen(record, now)));
      }
    }
  }

  private void take(Seen one) {
    seen.add(one);
    if (type.equals(one.header("ce_type"))) {
      counted.add(one.header("ce_id"));
    }
  }

  /** How many of that type so far, what is repeated counted once. */
  int count() {
    return counted.size();
  }

  /** Everything that came; no more is read. */
  List<Seen> end() {
    close();
    return seen;
  }

  @Override
  public void close() {
    reading = false;
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
