package hotline.intake;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log as the other services see it: says their facts, and reads everything. */
final class TheLog implements AutoCloseable {

  /** A record as text. */
  record Entry(String topic, String key, Map<String, String> headers, String value) {
    String type() {
      return headers.get("ce_type");
    }

    long sequence() {
      return Long.parseLong(headers.get("ce_sequence"));
    }
  }

  private final String bootstrap;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Long> sequences = new ConcurrentHashMap<>();

  TheLog(String bootstrap) {
    this.bootstrap = bootstrap;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void say(UUID caseId, String caseNo, Source source, LifecycleEvent... events) {
    for (LifecycleEvent event : events) {
      say(caseId, caseNo, source, nextSequence(caseId, source), event);
    }
  }

  long nextSequence(UUID caseId, Source source) {
    return sequences.merge(caseId + source.name(), 1L, Long::sum);
  }

  void say(UUID caseId, String caseNo, Source source, long sequence, LifecycleEvent event) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    EventType type = event.type();
    Envelope envelope =
        new Envelope(
            Uuid7.at(now),
            source,
            caseId,
            caseNo,
            now,
            now,
            sequence,
            null,
            "somebody",
            "cg",
            null);
    write(
        Topics.CASE_LIFECYCLE,
        caseId.toString(),
        EventCodec.headers(envelope, type),
        EventCodec.write(event));
  }

  void say(DirectoryEntry entry) {
    write(
        Topics.DIRECTORY,
        entry.key(),
        EventCodec.stateHeaders(
            UUID.randomUUID(), entry.type(), Source.DISPATCH, entry.code(), Instant.now()),
        EventCodec.write(entry));
  }

  void write(String topic, String key, Map<String, String> headers, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the topic holds for a key, in order. */
  List<Entry> read(String topic, Object key) {
    return readAll(topic).stream().filter(entry -> key.toString().equals(entry.key())).toList();
  }

  List<Entry> readAll(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Entry> entries = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          entries.add(entry(record));
        }
      }
      return entries;
    }
  }

  private static Entry entry(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Entry(
        record.topic(),
        record.key(),
        headers,
        record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
