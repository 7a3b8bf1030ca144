package hotline.relay;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A record with its place: the stream it belongs to and its number there. Records of unsequenced
 * topics are numbered by their offset in the partition; such numbers may skip.
 */
record Placed(Incoming incoming, Position position, long number, boolean gapFree) {

  /** A longer key would not fit the index that guards it. */
  private static final int LONGEST_KEY = 500;

  /** Throws {@link PoisonRecord} when the record has no readable place. */
  static Placed of(Incoming incoming, Set<String> unsequenced, UnaryOperator<String> incarnation) {
    if (!readable(incoming.key())) {
      throw new PoisonRecord("KEY_UNREADABLE", "The record has no key that can be read");
    }
    if (unsequenced.contains(incoming.topic())) {
      return new Placed(incoming, partition(incoming, incarnation), incoming.offset(), false);
    }
    return new Placed(
        incoming, new Position(incoming.key(), incoming.source()), incoming.sequence(), true);
  }

  private static Position partition(Incoming incoming, UnaryOperator<String> incarnation) {
    return new Position(
        "log:" + incoming.topic() + ":" + incoming.partition(),
        incarnation.apply(incoming.topic()));
  }

  static boolean readable(String key) {
    return key != null && !key.isEmpty() && key.length() <= LONGEST_KEY && key.indexOf('\0') < 0;
  }

  /** The key under which a record waits: its own, or a made-up one when it has none. */
  static String parkingKey(Incoming incoming) {
    return readable(incoming.key())
        ? incoming.key()
        : "unreadable:" + incoming.topic() + "-" + incoming.partition() + "-" + incoming.offset();
  }
}
