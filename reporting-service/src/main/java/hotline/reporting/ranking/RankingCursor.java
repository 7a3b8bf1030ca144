package hotline.reporting.ranking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Where a page of rankings ended. */
record RankingCursor(LocalDate from, LocalDate to, UUID rankingId) {

  static RankingCursor parse(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      String[] parts = CursorText.parts(text, 3);
      LocalDate from = LocalDate.parse(parts[0]);
      LocalDate to = LocalDate.parse(parts[1]);
      if (RankingPeriod.isFarOff(from) || RankingPeriod.isFarOff(to)) {
        throw CursorText.unreadable();
      }
      return new RankingCursor(from, to, UUID.fromString(parts[2]));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw CursorText.unreadable();
    }
  }

  String text() {
    return CursorText.of(from, to, rankingId);
  }
}
