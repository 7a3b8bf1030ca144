package hotline.dispatch.catalogue;

import hotline.dispatch.reference.AtStart;
import hotline.dispatch.reference.SeedFile;
import hotline.dispatch.reference.Seeding;
import hotline.lifecycle.Envelope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An empty catalogue begins with the rules of the demonstration city. */
@ApplicationScoped
class SeedCatalogue {

  private final Seeding seeding;
  private final CatalogueStore store;
  private final Clock clock;

  SeedCatalogue(Seeding seeding, CatalogueStore store, Clock clock) {
    this.seeding = seeding;
    this.store = store;
    this.clock = clock;
  }

  void atStart(@Observes @Priority(AtStart.CATALOGUE) StartupEvent started) {
    seeding.run("catalogue", this::add);
  }

  private int add(Connection tx) throws SQLException {
    if (!seeding.ofDemonstration(tx) || !store.isEmpty(tx)) {
      return 0;
    }
    List<RoutingRule> rules = rules(clock.instant(), store.nextVersion(tx));
    store.add(tx, rules, Envelope.SYSTEM);
    return rules.size();
  }

  static List<RoutingRule> rules(Instant now, long version) {
    List<RoutingRule> rules = new ArrayList<>();
    for (Map<String, String> row : SeedFile.rows("rules.csv")) {
      String place = row.get("place_prefix") == null ? "" : row.get("place_prefix");
      String category = row.get("category_prefix");
      rules.add(
          new RoutingRule(
              RoutingRule.idOf(category, place, null),
              category,
              place,
              row.get("target"),
              Boolean.parseBoolean(row.get("automatic")),
              now,
              version));
    }
    return rules;
  }
}
