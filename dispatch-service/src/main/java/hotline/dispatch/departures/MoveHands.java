package hotline.dispatch.departures;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.deputies.LeavingDeputy;
import hotline.dispatch.owners.LeavingOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

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
   * Empty when it is done; what stood against it otherwise. Who ordered it asks for the handovers.
   */
  Optional<LeavingOwner.Obstacle> move(Departure departure, Cause cause) {
    LeavingOwner.Outcome owned =
        owners.leave(
            departure.leaver().userRef(),
            departure.unitId(),
            departure.successor().userRef(),
            departure.words(),
            cause);
    if (owned.obstacle() != null) {
      return Optional.of(owned.obstacle());
    }
    int ended =
        deputies.leave(departure.leaver().userRef(), departure.unitId(), cause.actor(), cause.at());
    store.end(
        departure.ended(
            DepartureState.DONE,
            cause.at(),
            new Departure.Moved(owned.handoversAsked(), owned.proposalsEnded(), ended)),
        null);
    return Optional.empty();
  }
}
