package hotline.intake.drafts;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft that ended without a case, without what was typed (已舍弃或已到期的草稿).
 *
 * @param reason why it was discarded; null of one that expired
 * @param ownerName who had it then, and so who discarded it
 * @param handedFrom who had it before it was handed over; null where nobody had
 */
record EndedDraft(
    UUID id,
    Ending ending,
    DiscardReason reason,
    String ownerName,
    String handedFrom,
    Instant begunAt,
    Instant endedAt) {

  /** How. */
  enum Ending {
    /** Whoever it was handed over to has discarded it (舍弃). */
    DISCARDED,
    /** Nobody touched it for a week (到期). */
    EXPIRED
  }
}
