package hotline.intake.drafts;

import hotline.intake.cases.PageRequest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where a page begins: to two drafts the same may have happened in the same moment. */
record Behind(Instant at, UUID id) {

  /** Null for the first page; refuses a cursor that no page gave. */
  static Behind of(PageRequest page) {
    if (page.cursor() == null) {
      return null;
    }
    String[] parts = page.cursor().split("_", -1);
    try {
      // Before 1970 no draft was begun, and the database counts back to fewer years than we do.
      if (parts.length == 2 && !parts[0].startsWith("-")) {
        return new Behind(
            Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
            UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      // Refused as what has too many parts.
    }
    throw page.badCursor();
  }

  static String cursor(Instant at, UUID id) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
  }

  void set(PreparedStatement select, int first) throws SQLException {
    select.setObject(first, at.atOffset(ZoneOffset.UTC));
    select.setObject(first + 1, id);
  }
}
