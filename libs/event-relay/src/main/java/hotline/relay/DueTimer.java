package hotline.relay;

import java.time.Instant;
import java.util.Objects;

/**
 * A due time: one per kind and key.
 *
 * @param payload what the handler needs beside the key, or null
 */
public record DueTimer(String kind, String key, Instant dueAt, String payload) {

  public DueTimer {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(dueAt, "dueAt");
  }
}
