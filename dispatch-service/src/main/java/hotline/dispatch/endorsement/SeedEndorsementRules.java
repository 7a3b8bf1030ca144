package hotline.dispatch.endorsement;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.catalogue.CatalogueStore;
import hotline.dispatch.reference.AtStart;
import hotline.dispatch.reference.SeedFile;
import hotline.dispatch.reference.Seeding;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Envelope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * A database that begins with the demonstration city has a unit whose leader signs its replies. One
 * of before begins without a rule.
 */
@ApplicationScoped
class SeedEndorsementRules {

  private final Seeding seeding;
  private final EndorsementRuleStore store;
  private final CatalogueStore catalogue;
  private final Clock clock;

  SeedEndorsementRules(
      Seeding seeding, EndorsementRuleStore store, CatalogueStore catalogue, Clock clock) {
    this.seeding = seeding;
    this.store = store;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  void atStart(@Observes @Priority(AtStart.SIGNATURES) StartupEvent started) {
    seeding.run("endorsement", this::add);
  }

  private int add(Connection tx) throws SQLException {
    // The catalogue is filled after this, and only once.
    if (!seeding.ofDemonstration(tx) || !catalogue.isEmpty(tx)) {
      return 0;
    }
    Instant now = Cause.now(clock);
    int added = 0;
    for (Map<String, String> row : SeedFile.rows("signatures.csv")) {
      store.add(
          tx,
          new EndorsementRule(
              store.next(tx),
              row.get("unit_id"),
              EndorsedAct.valueOf(row.get("act")),
              null,
              null,
              EndorsementNeed.REQUIRED,
              now,
              Envelope.SYSTEM,
              now));
      added++;
    }
    return added;
  }
}
