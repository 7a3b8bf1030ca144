package hotline.dispatch.deputies;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who signs for a time in place of a leader (代班), as the people of the unit see it.
 *
 * @param until when it ends by itself
 * @param endedAt null unless it was ended before
 * @param myself whether the reader is the deputy
 */
@Schema(name = "Deputy")
public record DeputyView(
    UUID deputyId,
    long version,
    String unitId,
    String leaderPost,
    String deputyPost,
    Instant from,
    Instant until,
    Instant namedAt,
    Instant endedAt,
    DeputyState state,
    boolean myself) {

  static DeputyView of(Deputy deputy, String reader, Instant now) {
    return new DeputyView(
        deputy.deputyId(),
        deputy.version(),
        deputy.unitId(),
        deputy.leaderPost(),
        deputy.deputyPost(),
        deputy.validFrom(),
        deputy.validUntil(),
        deputy.namedAt(),
        deputy.endedAt(),
        deputy.at(now),
        deputy.deputyRef().equals(reader));
  }
}
