package hotline.dispatch.lists;

import hotline.access.Invalid;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the next due time and the identifier of its last row. */
public record Cursor(Instant due, UUID id) {

  public static Cursor of(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      int split = plain.indexOf(' ');
      return new Cursor(
          Instant.parse(plain.substring(0, split)), UUID.fromString(plain.substring(split + 1)));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unreadable) {
      throw new Invalid(
          "cursor",
          "not-a-cursor",
          "翻页标记无效，请从第一页重新开始。",
          "The cursor cannot be read; begin with the first page.");
    }
  }

  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((due + " " + id).getBytes(StandardCharsets.US_ASCII));
  }
}
