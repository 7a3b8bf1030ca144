package hotline.relay.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain access to the log: what a test writes there by hand, and what it finds there. */
public final class LogAccess {

  private final Map<String, Object> kafka;

  public LogAccess(String bootstrapServers) {
    kafka = Map.of("bootstrap.servers", bootstrapServers);
  }

  public Map<String, Object> kafka() {
    return kafka;
  }

  /** A topic of its own for each test. */
  public String newTopic(int partitions) throws Exception {
    String name = "parcels-" + UUID.randomUUID();
    try (Admin admin = Admin.create(kafka)) {
      admin
          .createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    return name;
  }

  public void createTopic(String name) throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
    }
  }

  /** Writes past the outbox, as a stranger or a broken producer would. */
  public void write(String topic, String key, byte[] value, Map<String, String> headers)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
      var record =
          new ProducerRecord<>(
              topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
      headers.forEach(
          (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get(20, TimeUnit.SECONDS);
    }
  }

  /** Everything in the topic at this moment, per partition in order. */
  public List<ConsumerRecord<String, String>> read(String topic) {
    Map<String, Object> reading = new HashMap<>(kafka);
    reading.put("isolation.level", "read_committed");
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, Duration.ofSeconds(20));
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(text(record)));
      }
    }
    return found;
  }

  private static ConsumerRecord<String, String> text(ConsumerRecord<byte[], byte[]> record) {
    ConsumerRecord<String, String> text =
        new ConsumerRecord<>(
            record.topic(),
            record.partition(),
            record.offset(),
            record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
            record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
    record.headers().forEach(text.headers()::add);
    return text;
  }

  public static String header(ConsumerRecord<String, String> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
