package hotline.reporting.ranking;

import hotline.access.IfMatch;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a unit objects to in its line (异议), and what was decided.
 *
 * @param words of the unit; they stay in this database and are in no event
 * @param reason of the decision; null while it is open
 */
record Objection(
    UUID objectionId,
    UUID rankingId,
    String unitId,
    String words,
    Status status,
    long version,
    String raisedBy,
    Instant raisedAt,
    String decidedBy,
    Instant decidedAt,
    String reason) {

  /** How it stands. */
  @Schema(name = "RankingObjectionStatus")
  enum Status {
    OPEN,
    ACCEPTED,
    REFUSED,
    /** Its ranking was taken back before anybody decided. */
    MOOT
  }

  static final int LONGEST = 2000;

  void requireOpen(IfMatch read) {
    if (status != Status.OPEN) {
      throw RankingRefusal.objectionDecided();
    }
    read.check(version);
  }
}
