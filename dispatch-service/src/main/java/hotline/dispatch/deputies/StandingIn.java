package hotline.dispatch.deputies;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.directory.OwnUnit;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The right of a unit's leader, by the own role or in the place of a leader who is away. */
@ApplicationScoped
public class StandingIn {

  private final DeputyStore store;
  private final DirectoryStore directory;

  StandingIn(DeputyStore store, DirectoryStore directory) {
    this.store = store;
    this.directory = directory;
  }

  /** Refuses whoever neither is a leader nor stands in for one now. */
  public void require(Actor actor, Instant now) {
    if (!actor.is(Role.UNIT_LEADER) && standsIn(actor, now, false).isEmpty()) {
      throw new NobodysDeputy();
    }
  }

  /** Whether the actor is a leader or stands in for one now. */
  public boolean decides(Actor actor, Instant now) {
    return actor.is(Role.UNIT_LEADER) || !standsIn(actor, now, false).isEmpty();
  }

  /** For whom the actor stands in now. */
  List<Deputy> of(Actor actor, Instant now) {
    return standsIn(actor, now, false);
  }

  /**
   * In whose place the actor decides what these people wrote; null of a leader, who decides in the
   * own name. The deputy cannot be ended before the act at hand is done.
   */
  public Deputy inPlaceOf(Actor actor, Collection<String> authors, Instant now) {
    if (actor.is(Role.UNIT_LEADER)) {
      return null;
    }
    List<Deputy> standsIn = standsIn(actor, now, true);
    if (standsIn.isEmpty()) {
      throw new NobodysDeputy();
    }
    return DeputyPolicy.inPlaceOf(standsIn, authors).orElseThrow(WrittenByTheLeader::new);
  }

  /** Only for the unit where the deputy works now: whoever has left it signs nothing there. */
  private List<Deputy> standsIn(Actor actor, Instant now, boolean forAnAct) {
    return OwnUnit.of(actor, directory.recent())
        .map(Unit::code)
        .map(unit -> store.standsIn(actor.userId(), unit, now, forAnAct))
        .orElse(List.of());
  }
}
