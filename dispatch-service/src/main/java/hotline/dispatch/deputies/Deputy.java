package hotline.dispatch.deputies;

import java.time.Instant;
import java.util.UUID;

/**
 * Who signs for a time in place of a unit's leader (代班).
 *
 * @param validUntil when it ends by itself
 * @param endedAt null unless somebody ended it before
 */
public record Deputy(
    UUID deputyId,
    long version,
    String unitId,
    String leaderRef,
    String leaderPost,
    String deputyRef,
    String deputyPost,
    Instant validFrom,
    Instant validUntil,
    Instant namedAt,
    Instant endedAt) {

  DeputyState at(Instant now) {
    if (endedAt != null || !validUntil.isAfter(now)) {
      return DeputyState.OVER;
    }
    return validFrom.isAfter(now) ? DeputyState.COMING : DeputyState.STANDS_IN;
  }
}
