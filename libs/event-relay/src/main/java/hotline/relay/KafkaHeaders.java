package hotline.relay;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers decoded when asked for: most readers look at three of a dozen. */
final class KafkaHeaders extends AbstractMap<String, String> {

  private final Headers headers;

  KafkaHeaders(Headers headers) {
    this.headers = headers;
  }

  @Override
  public String get(Object name) {
    return name instanceof String text ? text(headers.lastHeader(text)) : null;
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Header header : headers) {
      String value = text(header);
      if (value != null) {
        all.put(header.key(), value);
      }
    }
    return all.entrySet();
  }

  private static String text(Header header) {
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
