package hotline.intake.drafts;

import hotline.access.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * An unfinished registration (草稿) in a list.
 *
 * @param handedFrom who had it before the shift lead handed it over; null where nobody had
 * @param deletedAt from when on it is deleted when nobody touches it
 * @param ownerSeenAt when its owner began a registration last; null where that is long ago, or the
 *     owner registers none
 */
record Draft(
    UUID id,
    String ownerRef,
    String ownerName,
    long version,
    DraftHead head,
    Instant begunAt,
    Instant changedAt,
    String handedFrom,
    Instant deletedAt,
    Instant ownerSeenAt) {

  boolean belongsTo(Actor actor) {
    return ownerRef.equals(actor.userId());
  }

  /** As the list of the shift lead names somebody. */
  static String nameOf(Actor actor) {
    String name = actor.displayName();
    return name == null || name.isBlank() ? actor.login() : name.strip();
  }
}
