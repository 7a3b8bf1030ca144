package hotline.reporting.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.lifecycle.EventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Which requests one call was split into (一诉多求) only those learn who may know who made a
 * confidential report: of two of them the one may be confidential, and the other name who reported
 * both.
 */
final class OneCall {

  private static final Set<String> NAME_THE_CALL =
      Set.of("splitFrom", "screeningSince", "callerRef");

  private static final String RECEIVED_AT = "receivedAt";

  private OneCall() {}

  /** The facts of one case without what leads to the others. */
  static List<CaseTimeline.Entry> alone(List<CaseTimeline.Entry> facts) {
    facts.stream()
        .filter(fact -> fact.type().equals(EventType.CASE_REGISTERED.wireName()))
        .filter(fact -> fact.data() instanceof ObjectNode)
        .forEach(fact -> withoutCall((ObjectNode) fact.data()));
    return facts.stream()
        .filter(fact -> !fact.type().equals(EventType.CASE_SPLIT.wireName()))
        .toList();
  }

  /** The moment of receipt is copied to each of them: to the minute it is shared with others. */
  static Instant toTheMinute(Instant receivedAt) {
    return receivedAt == null ? null : receivedAt.truncatedTo(ChronoUnit.MINUTES);
  }

  private static void withoutCall(ObjectNode registered) {
    registered.remove(NAME_THE_CALL);
    if (registered.hasNonNull(RECEIVED_AT)) {
      Instant receivedAt = Instant.parse(registered.get(RECEIVED_AT).asText());
      registered.put(RECEIVED_AT, toTheMinute(receivedAt).toString());
    }
  }
}
