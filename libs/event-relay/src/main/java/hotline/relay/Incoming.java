package hotline.relay;

import java.util.Map;
import java.util.Optional;

/** One record as read from the log; its identity is in the CloudEvents headers. */
public record Incoming(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] value) {

  private static final int LONGEST_SOURCE = 200;

  /** The CloudEvents id; throws {@link PoisonRecord} when absent. */
  public String id() {
    return required("ce_id");
  }

  /** The CloudEvents type; throws {@link PoisonRecord} when absent. */
  public String type() {
    return required("ce_type");
  }

  /** The CloudEvents source; throws {@link PoisonRecord} when absent or unusable as a key. */
  public String source() {
    String source = required("ce_source");
    if (source.length() > LONGEST_SOURCE || source.indexOf('\0') >= 0) {
      throw new PoisonRecord("HEADER_UNREADABLE", "ce_source cannot be read");
    }
    return source;
  }

  /** The place among the facts of this key and source, from 1; throws {@link PoisonRecord}. */
  public long sequence() {
    String text = required("ce_sequence");
    try {
      long sequence = Long.parseLong(text);
      if (sequence >= 1) {
        return sequence;
      }
    } catch (NumberFormatException unreadable) {
      // Same answer as for a number below 1.
    }
    throw new PoisonRecord("HEADER_UNREADABLE", "ce_sequence is not a positive number: " + text);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A header that must be there; throws {@link PoisonRecord} when it is not. */
  public String required(String name) {
    String value = headers.get(name);
    if (value == null || value.isEmpty()) {
      throw new PoisonRecord("HEADER_MISSING", "The header " + name + " is missing");
    }
    return value;
  }
}
