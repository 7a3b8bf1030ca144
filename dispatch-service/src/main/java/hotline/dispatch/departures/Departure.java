package hotline.dispatch.departures;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody leaves a unit (离岗), and somebody else of it takes over.
 *
 * @param effectiveAt when it moves: the beginning of a day of the city, or when it was ordered
 * @param endedAt null while it is planned
 * @param moved null unless it is done
 */
record Departure(
    UUID departureId,
    long version,
    String unitId,
    String unitPath,
    Person leaver,
    Person successor,
    String reason,
    Instant effectiveAt,
    String orderedBy,
    String orderedUnitId,
    Instant orderedAt,
    DepartureState state,
    Instant endedAt,
    Moved moved) {

  /** Somebody by the account and the post of that time; never a name. */
  record Person(String userRef, String post) {}

  /** How much was done of each kind. */
  record Moved(int handoversAsked, int proposalsEnded, int deputiesEnded) {

    boolean isNothing() {
      return handoversAsked + proposalsEnded + deputiesEnded == 0;
    }
  }

  /** What the records of the cases say. */
  String words() {
    return "离岗移交：" + reason;
  }

  Departure ended(DepartureState how, Instant at, Moved what) {
    return new Departure(
        departureId,
        version + 1,
        unitId,
        unitPath,
        leaver,
        successor,
        reason,
        effectiveAt,
        orderedBy,
        orderedUnitId,
        orderedAt,
        how,
        at,
        what);
  }
}
