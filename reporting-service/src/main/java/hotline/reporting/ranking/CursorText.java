package hotline.reporting.ranking;

import hotline.access.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** A place in a list, as a text that a client hands back and does not read. */
final class CursorText {

  private CursorText() {}

  static String of(Object... parts) {
    String plain = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("|"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  static String[] parts(String text, int count) {
    String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    String[] parts = plain.split("\\|", -1);
    if (parts.length != count) {
      throw unreadable();
    }
    return parts;
  }

  static Invalid unreadable() {
    return new Invalid(
        "cursor",
        "unreadable",
        "翻页标记无效，请从第一页重新开始。",
        "The cursor is not valid; start again from the first page.");
  }
}
