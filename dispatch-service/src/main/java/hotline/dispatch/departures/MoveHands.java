package hotline.dispatch.departures;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.deputies.LeavingDeputy;
import hotline.dispatch.owners.LeavingOwner;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Moves everything that is in the hands of who leaves, or nothing, in the transaction at hand. Who
 * did what before is not touched: closed cases say it as they said it.
 */
@ApplicationScoped
class MoveHands {

  private final DepartureStore store;
  private final LeavingOwner owners;
  private final LeavingDeputy deputies;

  MoveHands(DepartureStore store, LeavingOwner owners, LeavingDeputy deputies) {
    this.store = store;
    this.owners = owners;
    this.deputies = deputies;
  }

  /**
   * What came of it.
   *
   * @param obstacle what stood against it, and nothing has moved; null when it is done
   * @param nothing whether nothing was there to be moved
   */
  record Outcome(LeavingOwner.Obstacle obstacle, boolean nothing) {}

  /** Who ordered it asks for the handovers. */
  Outcome move(Departure departure, Cause cause) {
    LeavingOwner.Outcome owned =
        owners.leave(
            departure.leaver().userRef(),
            departure.unitId(),
            departure.successor().userRef(),
            departure.words(),
            cause);
    if (owned.obstacle() != null) {
      return new Outcome(owned.obstacle(), true);
    }
    LeavingDeputy.Outcome stoodIn =
        deputies.leave(departure.leaver().userRef(), departure.unitId(), cause.actor(), cause.at());
    Departure.Moved moved =
        new Departure.Moved(owned.handoversAsked(), owned.proposalsEnded(), stoodIn.ended());
    store.end(departure.ended(DepartureState.DONE, cause.at(), moved), null);
    return new Outcome(null, moved.isNothing() && !owned.wasLeader() && !stoodIn.wasCandidate());
  }
}
