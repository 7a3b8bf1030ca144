package hotline.relay;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers as the database keeps them: names and values take turns in one array. */
final class HeaderPairs {

  private HeaderPairs() {}

  static String[] of(Map<String, String> headers) {
    String[] pairs = new String[headers.size() * 2];
    int at = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      pairs[at++] = storable(header.getKey());
      pairs[at++] = storable(header.getValue());
    }
    return pairs;
  }

  static String[] of(Array column) throws SQLException {
    return (String[]) column.getArray();
  }

  static Map<String, String> map(String[] pairs) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      headers.put(pairs[at], pairs[at + 1]);
    }
    return Collections.unmodifiableMap(headers);
  }

  /** PostgreSQL refuses NUL in text; a record that holds one must still find its place. */
  static String storable(String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
