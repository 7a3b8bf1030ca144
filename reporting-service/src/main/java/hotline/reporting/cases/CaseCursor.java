package hotline.reporting.cases;

import hotline.access.Invalid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the next one starts behind it, whatever has been added before. */
public record CaseCursor(Instant at, UUID caseId) {

  public static CaseCursor parse(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      int split = plain.indexOf('/');
      long micros = Long.parseLong(plain.substring(0, split));
      return new CaseCursor(
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
          UUID.fromString(plain.substring(split + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw new Invalid(
          "cursor",
          "unreadable",
          "翻页标记无效，请从第一页重新开始。",
          "The cursor is not valid; start again from the first page.");
    }
  }

  String text() {
    String plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "/" + caseId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }
}
