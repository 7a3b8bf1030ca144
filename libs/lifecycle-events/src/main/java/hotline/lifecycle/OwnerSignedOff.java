package hotline.lifecycle;

import java.util.UUID;

/** The owner declares the matter settled (销号). */
public record OwnerSignedOff(UUID ownershipId, String unitId, int visits) implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.OWNER_SIGNED_OFF;
  }
}
