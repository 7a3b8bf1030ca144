package hotline.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.RankingEdition;
import hotline.lifecycle.Topics;
import hotline.lifecycle.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic of scores says of rankings: by ranking and number, 0 for the ranking itself. */
final class PublishedRankings {

  private PublishedRankings() {}

  static Map<String, JsonNode> read(String bootstrapServers, Differences differences) {
    Map<String, JsonNode> said = new LinkedHashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(Topics.SCORE)
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          take(said, record, differences);
        }
      }
    }
    return said;
  }

  private static void take(
      Map<String, JsonNode> said, ConsumerRecord<String, byte[]> record, Differences differences) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    try {
      Optional<RankingEdition> edition = EventCodec.readRanking(headers, record.value());
      if (edition.isPresent()) {
        String name = name(edition.get().rankingId().toString(), edition.get().number());
        JsonNode data = json(new String(record.value(), StandardCharsets.UTF_8));
        JsonNode before = said.putIfAbsent(name, data);
        if (before != null && before.equals(data)) {
          differences.duplicate();
        } else if (before != null) {
          differences.add("排名说了两种 / a ranking was said in two ways", name);
        }
      }
    } catch (UnreadableEvent unreadable) {
      differences.add("不可读的排名 / unreadable ranking", record.topic() + "-0@" + record.offset());
    }
  }

  static String name(String rankingId, int number) {
    return rankingId + " no. " + number;
  }

  static JsonNode json(String text) {
    try {
      return EventCodec.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
