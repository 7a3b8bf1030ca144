package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A leader approved that somebody else owns the case (包案移交). */
public record OwnerHandedOver(
    UUID ownershipId,
    String previousOwnerRef,
    String previousUnitId,
    String ownerRef,
    String unitId,
    String unitPath,
    Instant visitDue)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.OWNER_HANDED_OVER;
  }
}
