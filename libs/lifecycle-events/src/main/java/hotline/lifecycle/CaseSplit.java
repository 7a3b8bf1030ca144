package hotline.lifecycle;

import java.util.List;
import java.util.UUID;

/**
 * One call held several demands (一诉多求): this request keeps one of them, the others have become
 * requests of their own.
 *
 * @param splitInto the new requests; each says its own registration
 * @param newCases how many they are
 */
public record CaseSplit(List<UUID> splitInto, int newCases) implements IntakeEvent {

  public CaseSplit {
    splitInto = List.copyOf(splitInto);
  }

  @Override
  public EventType type() {
    return EventType.CASE_SPLIT;
  }
}
