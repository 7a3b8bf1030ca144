package hotline.relay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record that waits, as it was read, with why it waits.
 *
 * @param key the parked key; made up when the record has none of its own
 * @param recordKey the record's own key, or null
 * @param error stable code of the reason
 */
public record ParkedRecord(
    long id,
    String key,
    String topic,
    int partition,
    long offset,
    String recordKey,
    Map<String, String> headers,
    byte[] value,
    String error,
    String errorText,
    int attempts,
    Instant parkedAt) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Incoming incoming() {
    return new Incoming(topic, partition, offset, recordKey, headers, value);
  }
}
