package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The owner has signed off and the citizen has answered: the ownership ends (包案解除). */
public record OwnerReleased(
    UUID ownershipId, String unitId, int visits, Instant signedOffAt, Instant answeredAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.OWNER_RELEASED;
  }
}
