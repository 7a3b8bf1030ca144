package hotline.dispatch.directory;

import hotline.dispatch.reference.AtStart;
import hotline.dispatch.reference.Seeding;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * The demonstration city is there from the first start, and is said on the directory topic with it.
 * Without it the hotline centre is there alone: below it a city enters its own units.
 */
@ApplicationScoped
class SeedDirectory {

  private final Seeding seeding;
  private final DirectoryStore store;
  private final Clock clock;

  SeedDirectory(Seeding seeding, DirectoryStore store, Clock clock) {
    this.seeding = seeding;
    this.store = store;
    this.clock = clock;
  }

  void atStart(@Observes @Priority(AtStart.DIRECTORY) StartupEvent started) {
    // What an administrator has changed since stays as it is: only missing entries are added.
    seeding.run(
        "directory",
        tx ->
            store.addMissing(
                tx,
                seeding.ofDemonstration(tx)
                    ? DemonstrationCity.entries()
                    : DemonstrationCity.centre(),
                clock.instant()));
  }
}
