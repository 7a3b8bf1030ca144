package hotline.dispatch.catalogue;

import hotline.access.Actor;
import hotline.access.Violations;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A rule of the catalogue begins; the one for the same category and place ends. */
@ApplicationScoped
public class SaveRule {

  private final CatalogueStore catalogue;
  private final DirectoryStore directory;
  private final JoinedConnection connection;
  private final Clock clock;

  SaveRule(
      CatalogueStore catalogue,
      DirectoryStore directory,
      JoinedConnection connection,
      Clock clock) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.connection = connection;
    this.clock = clock;
  }

  @Transactional
  public RoutingRule save(Actor actor, RuleEntry entry) {
    check(entry, directory.current(), catalogue.current());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          // Takes the lock of the catalogue's number first: two administrators follow each other.
          long version = catalogue.nextVersion(tx);
          String category = orEmpty(entry.categoryPrefix());
          String place = orEmpty(entry.placePrefix());
          RoutingRule rule =
              new RoutingRule(
                  RoutingRule.idOf(category, place, version),
                  category,
                  place,
                  entry.target(),
                  Boolean.TRUE.equals(entry.automatic()),
                  now,
                  version);
          catalogue.end(tx, category, place, now);
          catalogue.add(tx, List.of(rule), actor.userId());
          return rule;
        });
  }

  static void check(RuleEntry entry, Directory directory, Catalogue inForce) {
    String category = orEmpty(entry.categoryPrefix());
    String place = orEmpty(entry.placePrefix());
    // Old cases keep a category or place that is switched off: the rule they go by may still
    // change.
    boolean replaces = inForce.has(category, place);
    new Violations()
        .require(
            category.isEmpty() || directory.category(category).isPresent(),
            "categoryPrefix",
            "unknown-category",
            "没有这个诉求分类。留空表示全部分类。",
            "There is no such category. Leave it empty for all.")
        .require(
            place.isEmpty() || directory.place(place).isPresent(),
            "placePrefix",
            "unknown-place",
            "没有这个区划代码。留空表示全市。",
            "There is no such place. Leave it empty for the whole city.")
        .require(
            replaces || directory.category(category).map(Category::active).orElse(true),
            "categoryPrefix",
            "category-is-off",
            "该诉求分类已停用，不能再为其新增规则。",
            "This category is switched off: no new rule begins for it.")
        .require(
            replaces || directory.place(place).map(Place::active).orElse(true),
            "placePrefix",
            "place-is-off",
            "该区划已停用，不能再为其新增规则。",
            "This place is switched off: no new rule begins for it.")
        .require(
            RoutingRule.isRelative(entry.target())
                || directory.unit(entry.target()).filter(Unit::active).isPresent(),
            "target",
            "unknown-unit",
            "承办单位不存在或已停用；也可填 street-of-place 或 district-of-place。",
            "The unit does not exist or is out of service; street-of-place and district-of-place are"
                + " possible too.")
        .throwIfAny();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }
}
