package hotline.lifecycle;

import java.util.UUID;

/** A drawn case was not checked (未核查): it is counted as that, and no other takes its place. */
public record SpotCheckNotMade(
    UUID checkId,
    UUID drawId,
    int round,
    String unitId,
    String unitPath,
    SpotCheckBasis basis,
    SpotCheckObstacle reason)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.SPOT_CHECK_NOT_MADE;
  }
}
