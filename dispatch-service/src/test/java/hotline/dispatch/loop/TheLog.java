package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what this service has said. */
@Singleton
public class TheLog {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final String broker;

  TheLog(@ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
    this.broker = broker;
  }

  /**
   * The facts of this service about a case up to the last of that type, once nothing but the clock
   * has spoken after it. What the clock says by itself when time has moved, a missed deadline or an
   * escalation, may come at any moment.
   */
  public List<Fact> awaitLast(UUID caseId, EventType last) {
    List<Fact> found = new ArrayList<>();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              found.clear();
              found.addAll(factsOf(caseId));
              while (!found.isEmpty()
                  && found.get(found.size() - 1).event().type() != last
                  && saidByTheClock(found.get(found.size() - 1))) {
                found.remove(found.size() - 1);
              }
              assertThat(found).isNotEmpty();
              assertThat(found.get(found.size() - 1).event().type()).isEqualTo(last);
            });
    return found;
  }

  /** Nobody did it and no event caused it. */
  private static boolean saidByTheClock(Fact fact) {
    return Envelope.SYSTEM.equals(fact.envelope().actor()) && fact.envelope().causationId() == null;
  }

  public List<Fact> factsOf(UUID caseId) {
    List<Fact> facts = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> entry : read(Topics.CASE_LIFECYCLE)) {
      if (caseId.toString().equals(entry.key())
          && !headers(entry).getOrDefault("ce_source", "").isEmpty()) {
        EventCodec.read(entry.key(), headers(entry), entry.value())
            .filter(fact -> fact.envelope().source() == Source.DISPATCH)
            .ifPresent(facts::add);
      }
    }
    return facts;
  }

  public List<ConsumerRecord<String, byte[]>> read(String topic) {
    List<ConsumerRecord<String, byte[]>> entries = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(entries::add);
      }
    }
    return entries;
  }

  public static Map<String, String> headers(ConsumerRecord<String, byte[]> entry) {
    Map<String, String> headers = new HashMap<>();
    entry
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }
}
