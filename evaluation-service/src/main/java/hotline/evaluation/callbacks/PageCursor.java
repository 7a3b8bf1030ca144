package hotline.evaluation.callbacks;

import hotline.access.Invalid;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the next page begins: behind the last row of this one. */
public record PageCursor(Instant time, UUID id) {

  public static PageCursor parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("_", -1);
      if (parts.length == 2) {
        return new PageCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      // Answered below: whatever it is, we did not give it out.
    }
    throw new Invalid(
        "cursor",
        "not-a-cursor",
        "翻页标识无效，请从第一页重新查询。",
        "This cursor is not valid; start again from the first page.");
  }

  public String format() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + "_" + id).getBytes(StandardCharsets.US_ASCII));
  }
}
