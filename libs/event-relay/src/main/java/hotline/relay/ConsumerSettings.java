package hotline.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a service reads the log.
 *
 * @param group consumer group; one per database, since the database notes what was applied
 * @param instance name of this instance for static membership, or null: with it, a restart takes
 *     its partitions up again without a rebalance
 * @param topics what is read
 * @param unsequencedTopics those of them whose records carry no sequence (compacted state)
 * @param ownSource records of this source are skipped: the service said them itself; or null
 * @param deadLetterTopic where parked records are shown, or null
 * @param threads members of the group in this instance
 * @param maxPollRecords records in one transaction
 * @param gather shortest time between two small polls, so that load gathers into fewer commits
 * @param schema schema of the tables, or null to find them through the search path
 * @param kafka settings of the Kafka clients, at least {@code bootstrap.servers}
 */
public record ConsumerSettings(
    String group,
    String instance,
    List<String> topics,
    Set<String> unsequencedTopics,
    String ownSource,
    String deadLetterTopic,
    int threads,
    int maxPollRecords,
    Duration gather,
    String schema,
    Map<String, Object> kafka) {

  public ConsumerSettings {
    topics = List.copyOf(topics);
    unsequencedTopics = Set.copyOf(unsequencedTopics);
    kafka = Map.copyOf(kafka);
  }

  public static ConsumerSettings of(String group, List<String> topics, Map<String, Object> kafka) {
    return new ConsumerSettings(
        group, null, topics, Set.of(), null, null, 2, 500, Duration.ofMillis(10), null, kafka);
  }

  public ConsumerSettings withInstance(String name) {
    return new ConsumerSettings(
        group,
        name,
        topics,
        unsequencedTopics,
        ownSource,
        deadLetterTopic,
        threads,
        maxPollRecords,
        gather,
        schema,
        kafka);
  }

  public ConsumerSettings withUnsequenced(Set<String> names) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        names,
        ownSource,
        deadLetterTopic,
        threads,
        maxPollRecords,
        gather,
        schema,
        kafka);
  }

  public ConsumerSettings withOwnSource(String source) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        unsequencedTopics,
        source,
        deadLetterTopic,
        threads,
        maxPollRecords,
        gather,
        schema,
        kafka);
  }

  public ConsumerSettings withDeadLetterTopic(String name) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        unsequencedTopics,
        ownSource,
        name,
        threads,
        maxPollRecords,
        gather,
        schema,
        kafka);
  }

  public ConsumerSettings withThreads(int members) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        unsequencedTopics,
        ownSource,
        deadLetterTopic,
        members,
        maxPollRecords,
        gather,
        schema,
        kafka);
  }

  public ConsumerSettings withMaxPollRecords(int records) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        unsequencedTopics,
        ownSource,
        deadLetterTopic,
        threads,
        records,
        gather,
        schema,
        kafka);
  }

  public ConsumerSettings withSchema(String name) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        unsequencedTopics,
        ownSource,
        deadLetterTopic,
        threads,
        maxPollRecords,
        gather,
        name,
        kafka);
  }

  public ConsumerSettings withGather(Duration pause) {
    return new ConsumerSettings(
        group,
        instance,
        topics,
        unsequencedTopics,
        ownSource,
        deadLetterTopic,
        threads,
        maxPollRecords,
        pause,
        schema,
        kafka);
  }
}
