package hotline.relay;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One record to be published, keyed by the id of what it speaks of; a null value is a tombstone.
 *
 * @param headers CloudEvents binary mode, already built by the caller
 */
public record OutboxRecord(String topic, String key, byte[] value, Map<String, String> headers) {

  /** What fits into a topic with the broker's default limit. */
  public static final int MAX_BYTES = 1_000_000;

  public OutboxRecord {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(key, "key");
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    // Refused here, in the command: behind the commit it would hold up the whole log.
    int size = size(key, value, headers);
    if (size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "记录过大，不能写入日志 / The record is too large for the log: " + size + " bytes, topic " + topic);
    }
  }

  private static int size(String key, byte[] value, Map<String, String> headers) {
    int size = key.length() * 3 + (value == null ? 0 : value.length);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      size += header.getKey().length();
      size += header.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    return size;
  }
}
