package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * The owner met people about the case (接访、下访).
 *
 * @param visitDue of the next visit; absent after the signing off
 */
public record OwnerVisited(
    UUID ownershipId, String unitId, int visitNo, @MayBeAbsent Instant visitDue)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.OWNER_VISITED;
  }
}
