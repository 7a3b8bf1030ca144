package hotline.relay.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a service says about its place at the log, under {@code hotline.relay}. */
@ConfigMapping(prefix = "hotline.relay")
public interface RelayConfig {

  /** False leaves everything standing; appends still go into the outbox. */
  @WithDefault("true")
  boolean enabled();

  /** Consumer group; needed when there are topics to read. */
  Optional<String> group();

  /** Name of this instance, for static membership: a restart then causes no rebalance. */
  Optional<String> instance();

  Optional<List<String>> topics();

  /** Those of the topics whose records carry no sequence (compacted state). */
  Optional<Set<String>> unsequencedTopics();

  /** CloudEvents source of this service; its own records are skipped. */
  Optional<String> ownSource();

  Optional<String> deadLetterTopic();

  @WithDefault("1")
  int consumerThreads();

  /**
   * Shortest time between two small polls. A record that comes alone does not wait; under load many
   * share a transaction.
   */
  @WithDefault("20ms")
  Duration gather();

  @WithDefault("500")
  int maxPollRecords();

  /** Whether missing topics are made at the start. */
  @WithDefault("true")
  boolean createTopics();

  /** Schema of the tables, where the search path does not lead to it. */
  Optional<String> schema();

  /** The age of the outbox from which readiness calls the service degraded. */
  @WithDefault("30s")
  Duration outboxLimit();
}
