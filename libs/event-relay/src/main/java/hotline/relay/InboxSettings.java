package hotline.relay;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How records are applied.
 *
 * @param schema schema of the tables, or null to find them through the search path
 * @param unsequencedTopics topics whose records carry no sequence (compacted state): the offset
 *     says what is new, and the latest wins
 * @param deadLetterTopic where parked records are shown, or null
 * @param incarnation tells a topic from one that was later made anew under its name: its offsets
 *     begin again
 */
public record InboxSettings(
    String schema,
    Set<String> unsequencedTopics,
    String deadLetterTopic,
    UnaryOperator<String> incarnation) {

  public InboxSettings {
    unsequencedTopics = Set.copyOf(unsequencedTopics);
  }

  public static InboxSettings of(Set<String> unsequencedTopics, String deadLetterTopic) {
    return new InboxSettings(null, unsequencedTopics, deadLetterTopic, topic -> "");
  }
}
