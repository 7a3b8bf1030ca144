package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A leader owns this case to its end (包案), whichever unit handles it. */
public record OwnerAssigned(
    UUID ownershipId,
    OwnershipReason reason,
    String ownerRef,
    String unitId,
    String unitPath,
    Instant visitDue)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.OWNER_ASSIGNED;
  }
}
