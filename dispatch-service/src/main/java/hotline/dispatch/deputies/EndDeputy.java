package hotline.dispatch.deputies;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.directory.OwnUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A leader of the unit is back early, or somebody should not sign any more (提前结束代班). */
@ApplicationScoped
class EndDeputy {

  private final DeputyStore store;
  private final DirectoryStore directory;
  private final Clock clock;

  EndDeputy(DeputyStore store, DirectoryStore directory, Clock clock) {
    this.store = store;
    this.directory = directory;
    this.clock = clock;
  }

  @Transactional
  Deputy end(Actor actor, UUID deputyId, IfMatch expected) {
    Deputy deputy = store.lock(deputyId).orElseThrow(() -> new NotFound("代班", "deputy"));
    Scope.of(actor).requireMayActForUnit(OwnUnit.path(deputy.unitId(), directory.recent()));
    expected.check(deputy.version());
    Instant now = Cause.now(clock);
    if (deputy.at(now) == DeputyState.OVER) {
      throw new DeputyIsOver();
    }
    Deputy ended =
        new Deputy(
            deputy.deputyId(),
            deputy.version() + 1,
            deputy.unitId(),
            deputy.leaderRef(),
            deputy.leaderPost(),
            deputy.deputyRef(),
            deputy.deputyPost(),
            deputy.validFrom(),
            deputy.validUntil(),
            deputy.namedAt(),
            now);
    store.end(ended, actor.userId());
    return ended;
  }
}
