package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * The closed case was drawn by lot and is to be looked at on site (抽查抽中). Whose work is checked
 * does not learn of it before the check has ended.
 *
 * @param round the round that closed it
 * @param unitId the unit that handled that round
 */
public record SpotCheckDrawn(
    UUID checkId,
    UUID drawId,
    int round,
    String unitId,
    String unitPath,
    SpotCheckBasis basis,
    Instant dueAt)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.SPOT_CHECK_DRAWN;
  }
}
