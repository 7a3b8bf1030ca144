package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A unit was put under supervision (督办); what is demanded stays with the dispatch service. */
public record SupervisionOpened(
    UUID orderId,
    String orderNo,
    SupervisionLevel level,
    SupervisionReason reason,
    String unitId,
    String unitPath,
    boolean automatic,
    @MayBeAbsent String ruleId,
    Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_OPENED;
  }
}
