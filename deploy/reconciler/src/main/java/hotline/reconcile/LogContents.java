package hotline.reconcile;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Topics;
import hotline.lifecycle.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The whole lifecycle topic, read from the first record to the end as it stands. */
final class LogContents {

  private final Map<UUID, LogCase> cases = new LinkedHashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private long records;

  static LogContents read(String bootstrapServers, Differences differences) {
    LogContents contents = new LogContents();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "max.poll.records", "5000"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(Topics.CASE_LIFECYCLE)
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          contents.take(record, differences);
        }
      }
    }
    return contents;
  }

  private void take(ConsumerRecord<String, byte[]> record, Differences differences) {
    records++;
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    try {
      Optional<Fact> fact = EventCodec.read(record.key(), headers, record.value());
      fact.ifPresent(
          known ->
              cases
                  .computeIfAbsent(
                      known.envelope().caseId(),
                      caseId -> new LogCase(caseId, known.envelope().caseNo()))
                  .take(known, differences));
    } catch (UnreadableEvent poison) {
      // Written by hand or broken; no service may have applied it, and each must have set it aside.
      unreadable.add(record.topic() + "-" + record.partition() + "@" + record.offset());
    }
  }

  Map<UUID, LogCase> cases() {
    return cases;
  }

  long records() {
    return records;
  }

  /** Places of records that are no lifecycle events. */
  Set<String> unreadable() {
    return unreadable;
  }
}
