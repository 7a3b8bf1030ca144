package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the lifecycle topic from its beginning, to see what evaluation said. */
@Singleton
public class TheLog {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Fact> facts = new ArrayList<>();

  TheLog(@ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  @PreDestroy
  void close() {
    consumer.close();
  }

  /** Waits until evaluation has said exactly these facts of the case, in this order. */
  public List<Fact> awaitSaid(UUID caseId, EventType... types) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                assertThat(said(caseId))
                    .extracting(fact -> fact.event().type())
                    .containsExactly(types));
    return said(caseId);
  }

  /** Waits until what evaluation has said last of the case is this. */
  public Fact awaitLast(UUID caseId, EventType type) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                assertThat(said(caseId))
                    .last()
                    .extracting(it -> it.event().type())
                    .isEqualTo(type));
    List<Fact> said = said(caseId);
    return said.get(said.size() - 1);
  }

  private List<Fact> said(UUID caseId) {
    readOn();
    return facts.stream()
        .filter(fact -> fact.envelope().caseId().equals(caseId))
        .filter(fact -> fact.envelope().source() == Source.EVALUATION)
        .toList();
  }

  private void readOn() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> all =
          consumer.partitionsFor(Topics.CASE_LIFECYCLE).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
    }
    for (ConsumerRecord<String, byte[]> entry : consumer.poll(Duration.ofMillis(50))) {
      Map<String, String> headers = new HashMap<>();
      for (Header header : entry.headers()) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
      if (("/evaluation-service").equals(headers.get("ce_source"))) {
        EventCodec.read(entry.key(), headers, entry.value()).ifPresent(facts::add);
      }
    }
  }
}
