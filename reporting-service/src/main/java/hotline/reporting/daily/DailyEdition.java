package hotline.reporting.daily;

import hotline.access.IfMatch;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The report of a day as it was frozen on the morning after.
 *
 * @param madeBy user id of who did not wait for the clock; null for the clock
 * @param asOf until when all of the log was read: the end of the day at least
 * @param casesWaiting how many cases were parked and are not in it
 * @param signedName as the screen showed who signed it; null while nobody has
 */
record DailyEdition(
    LocalDate day,
    Instant madeAt,
    String madeBy,
    Instant asOf,
    DailyReport report,
    int casesWaiting,
    long version,
    String signedName,
    Instant signedAt) {

  boolean isSigned() {
    return signedAt != null;
  }

  /** It is signed as it was read, and once. */
  void requireSignable(IfMatch read) {
    if (isSigned()) {
      throw EditionRefusal.signed(signedName);
    }
    read.check(version);
  }
}
