package hotline.dispatch.departures;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.dispatch.cases.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Somebody stays after all, or somebody else takes over (撤销离岗移交). Its timer finds nothing then. */
@ApplicationScoped
class CancelDeparture {

  private final DepartureStore store;
  private final Clock clock;

  CancelDeparture(DepartureStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Transactional
  Departure cancel(Actor actor, UUID departureId, IfMatch expected) {
    Departure departure =
        store.lock(departureId).orElseThrow(() -> new NotFound("离岗移交", "departure"));
    DepartureUnit.require(actor, departure.unitPath());
    expected.check(departure.version());
    if (departure.state() != DepartureState.PLANNED) {
      throw new DepartureIsOver();
    }
    Departure cancelled = departure.ended(DepartureState.CANCELLED, Cause.now(clock), null);
    store.end(cancelled, actor.userId());
    return cancelled;
  }
}
