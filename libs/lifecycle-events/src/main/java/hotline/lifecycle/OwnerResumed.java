package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** Another round was ordered, so the signing off does not hold any more (包案恢复). */
public record OwnerResumed(UUID ownershipId, String unitId, int round, Instant visitDue)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.OWNER_RESUMED;
  }
}
