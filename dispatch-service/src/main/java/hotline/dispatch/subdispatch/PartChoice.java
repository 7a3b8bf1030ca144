package hotline.dispatch.subdispatch;

import hotline.dispatch.reference.Sentence;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * To whom a task may be handed down, and by when at the latest.
 *
 * @param latestDue the due time that a part has unless another one is chosen
 * @param buffer the time that is kept for the unit's own reply
 * @param against why it cannot be handed down now; null when it can
 */
@Schema(name = "PartChoice")
public record PartChoice(Instant latestDue, Sentence buffer, Sentence against, List<Below> units) {

  /**
   * A unit directly below.
   *
   * @param against why it cannot have a part; null when it can
   */
  @Schema(name = "UnitBelow")
  public record Below(String unitId, String nameZh, String nameEn, Sentence against) {}
}
