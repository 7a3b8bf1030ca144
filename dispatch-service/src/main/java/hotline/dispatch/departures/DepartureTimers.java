package hotline.dispatch.departures;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.timers.DueWork;
import hotline.relay.DueTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** On its day a departure moves what is in the person's hands then, once. */
@ApplicationScoped
public class DepartureTimers implements DueWork {

  static final String KIND = "departure";

  private final DepartureStore store;
  private final MoveHands hands;
  private final Clock clock;

  DepartureTimers(DepartureStore store, MoveHands hands, Clock clock) {
    this.store = store;
    this.hands = hands;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Instant now = Cause.now(clock);
    // A handful a year: each moves a person's things in statements of its own.
    for (Departure departure :
        store.lockAll(due.stream().map(DueTimer::key).map(UUID::fromString).toList())) {
      if (departure.state() == DepartureState.PLANNED) {
        Cause cause = new Cause(now, departure.orderedBy(), departure.orderedUnitId(), null);
        // Whoever ordered it sees it in the list and chooses somebody else.
        if (hands.move(departure, cause).obstacle() != null) {
          store.end(departure.ended(DepartureState.NOT_POSSIBLE, now, null), null);
        }
      }
    }
  }
}
