package hotline.reporting.ranking;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a page of objections ended. */
record ObjectionCursor(Instant at, UUID objectionId) {

  static ObjectionCursor parse(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      String[] parts = CursorText.parts(text, 2);
      Instant at = Instant.parse(parts[0]);
      if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
        throw CursorText.unreadable();
      }
      return new ObjectionCursor(at, UUID.fromString(parts[1]));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw CursorText.unreadable();
    }
  }

  String text() {
    return CursorText.of(at, objectionId);
  }
}
