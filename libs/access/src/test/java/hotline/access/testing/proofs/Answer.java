package hotline.access.testing.proofs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 when the connection was closed without an answer
 */
record Answer(int status, Map<String, String> headers, String body) {

  static Answer parse(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (!all.startsWith("HTTP/1.1 ") || end < 0) {
      return new Answer(0, Map.of(), all);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    String[] lines = all.substring(0, end).split("\r\n");
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    String body = all.substring(end + 4);
    if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
      body = joined(body);
    }
    return new Answer(
        Integer.parseInt(lines[0].substring(9, 12)),
        headers,
        new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static String joined(String chunks) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunks.length()) {
      int line = chunks.indexOf("\r\n", at);
      int length =
          line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
      if (length == 0) {
        break;
      }
      int end = Math.min(chunks.length(), line + 2 + length);
      joined.writeBytes(chunks.substring(line + 2, end).getBytes(StandardCharsets.ISO_8859_1));
      at = end + 2;
    }
    return joined.toString(StandardCharsets.ISO_8859_1);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Null without it. */
  String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  boolean isProblem() {
    return header("Content-Type") != null
        && header("Content-Type").startsWith("application/problem+json");
  }

  /** Control characters and halves of characters as escapes, so that a message can be read. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < 0x7f) || c == '\n' || Character.isIdeographic(c);
      shown.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return shown.toString();
  }

  String brief() {
    return shown(200);
  }

  @Override
  public String toString() {
    return shown(1500);
  }

  private String shown(int longest) {
    return status
        + " "
        + visible(body.length() <= longest ? body : body.substring(0, longest) + "...");
  }
}
