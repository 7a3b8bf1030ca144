package hotline.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The record that shows operations what was parked, with where it came from and why. */
final class DeadLetters {

  /** Leaves room for headers below the limit of a record. */
  private static final int MOST_BYTES = 800_000;

  private static final int LONGEST_TEXT = 2_000;

  private final String topic;
  private final Set<String> withheld;

  /**
   * @param topic null when nothing is to be shown
   * @param withheld topics of compacted state: a copy of their values elsewhere would outlive the
   *     tombstone that erases them
   */
  DeadLetters(String topic, Set<String> withheld) {
    this.topic = topic;
    this.withheld = withheld;
  }

  List<OutboxRecord> of(List<BatchPlan.Held> held) {
    List<OutboxRecord> letters = new ArrayList<>();
    if (topic != null) {
      for (BatchPlan.Held waiting : held) {
        // Nothing is wrong with a record that came early: it is applied when the gap closes.
        if (waiting.because().gapSource() == null) {
          letters.add(letter(waiting));
        }
      }
    }
    return letters;
  }

  private OutboxRecord letter(BatchPlan.Held waiting) {
    Incoming record = waiting.incoming();
    boolean shown = !withheld.contains(record.topic());
    byte[] value = shown ? record.value() : null;
    Map<String, String> headers = new LinkedHashMap<>();
    int size = value == null ? 0 : Math.min(value.length, MOST_BYTES);
    for (Map.Entry<String, String> header : record.headers().entrySet()) {
      size += (header.getKey().length() + header.getValue().length()) * 3;
      if (size < OutboxRecord.MAX_BYTES - 10 * LONGEST_TEXT) {
        headers.put(HeaderPairs.storable(header.getKey()), HeaderPairs.storable(header.getValue()));
      }
    }
    headers.put("dl_reason", waiting.because().reason());
    headers.put("dl_text", shortened(waiting.text()));
    headers.put("dl_topic", record.topic());
    headers.put("dl_partition", Integer.toString(record.partition()));
    headers.put("dl_offset", Long.toString(record.offset()));
    if (!shown) {
      headers.put("dl_value", "withheld");
    }
    if (value != null && value.length > MOST_BYTES) {
      headers.put("dl_cut_from_bytes", Integer.toString(value.length));
      value = Arrays.copyOf(value, MOST_BYTES);
    }
    return new OutboxRecord(topic, Placed.parkingKey(record), value, headers);
  }

  static String shortened(String text) {
    String safe = HeaderPairs.storable(text == null ? "" : text);
    // Half a surrogate pair at the end would not be UTF-8.
    return safe.length() <= LONGEST_TEXT
        ? safe
        : new String(
            safe.substring(0, LONGEST_TEXT).getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
  }
}
