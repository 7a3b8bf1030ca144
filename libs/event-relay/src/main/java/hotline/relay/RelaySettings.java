package hotline.relay;

import java.time.Duration;
import java.util.Map;

/**
 * How a relay works.
 *
 * @param schema schema of the outbox, or null to find it through the search path
 * @param kafka settings of the producer, at least {@code bootstrap.servers}
 * @param batchSize rows read, sent and deleted together
 * @param poll how often it looks without being woken
 * @param takeover how often an instance that does not hold the lock tries for it
 * @param rest shortest time between two batches that are not full, so that load gathers
 * @param patience how long a batch may wait for the broker before it is sent anew
 */
public record RelaySettings(
    String schema,
    Map<String, Object> kafka,
    int batchSize,
    Duration poll,
    Duration takeover,
    Duration rest,
    Duration patience) {

  public RelaySettings {
    kafka = Map.copyOf(kafka);
  }

  /** The settings that suit almost everyone. */
  public static RelaySettings of(Map<String, Object> kafka) {
    return new RelaySettings(
        null,
        kafka,
        500,
        Duration.ofMillis(500),
        Duration.ofMillis(250),
        Duration.ofMillis(5),
        Duration.ofSeconds(30));
  }

  public RelaySettings withSchema(String name) {
    return new RelaySettings(name, kafka, batchSize, poll, takeover, rest, patience);
  }

  public RelaySettings withBatchSize(int rows) {
    return new RelaySettings(schema, kafka, rows, poll, takeover, rest, patience);
  }

  public RelaySettings withPoll(Duration interval) {
    return new RelaySettings(schema, kafka, batchSize, interval, takeover, rest, patience);
  }

  public RelaySettings withPatience(Duration limit) {
    return new RelaySettings(schema, kafka, batchSize, poll, takeover, rest, limit);
  }
}
