package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * Two supervisors say what was found (抽查结果): one was there, another confirms. It may come after the
 * case was reopened: it is about the round that had closed it.
 *
 * @param round the round that was checked
 * @param unitId the unit that handled that round, whoever has the case now
 * @param contacted whether the unit had contacted the citizen, as far as that was found out
 * @param checkedAt when the checker was there
 */
public record SpotCheckRecorded(
    UUID checkId,
    UUID drawId,
    int round,
    String unitId,
    String unitPath,
    SpotCheckBasis basis,
    SpotCheckFinding finding,
    Answer contacted,
    Instant checkedAt)
    implements EvaluationEvent {

  @Override
  public EventType type() {
    return EventType.SPOT_CHECK_RECORDED;
  }
}
