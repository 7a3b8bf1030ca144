package hotline.dispatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.dispatch.directory.City;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String COMMUNITY = "370281001005";

  private final Directory city = City.directory();

  @Test
  void the_most_specific_category_decides_before_the_place() {
    Catalogue catalogue =
        catalogue(
            rule("wide", "01", COMMUNITY, "cg"),
            rule("narrow", "0101", "", "zj"),
            rule("all", "", "", "center"));

    assertThat(catalogue.route("010101", COMMUNITY, city).ruleId()).isEqualTo("narrow");
    assertThat(catalogue.route("010201", COMMUNITY, city).ruleId()).isEqualTo("wide");
    assertThat(catalogue.route("010201", "370202001", city).ruleId()).isEqualTo("all");
  }

  @Test
  void among_rules_of_one_category_the_most_specific_place_decides() {
    Catalogue catalogue =
        catalogue(
            rule("city", "01", "", "cg"),
            rule("district", "01", "370281", "d370281"),
            rule("street", "01", "370281001", "s370281001"),
            rule("community", "01", COMMUNITY, "zj"));

    assertThat(catalogue.route("010101", COMMUNITY, city).ruleId()).isEqualTo("community");
    assertThat(catalogue.route("010101", "370281001006", city).ruleId()).isEqualTo("street");
    assertThat(catalogue.route("010101", "370281", city).ruleId()).isEqualTo("district");
    assertThat(catalogue.route("010101", "370202", city).ruleId()).isEqualTo("city");
  }

  @Test
  void without_a_rule_a_dispatcher_decides() {
    Route route = catalogue(rule("one", "02", "", "zj")).route("010101", COMMUNITY, city);

    assertThat(route.unit()).isNull();
    assertThat(route.automatic()).isFalse();
    assertThat(route.automaticUnit()).isEmpty();
    assertThat(route.explanation()).hasSize(1);
  }

  @Test
  void a_rule_may_name_the_desk_of_the_place() {
    Catalogue catalogue = catalogue(rule("street", "11", "", RoutingRule.STREET_OF_PLACE));

    assertThat(catalogue.route("110402", COMMUNITY, city).unit().code()).isEqualTo("s370281001");
    // A place that names no street falls to the district.
    assertThat(catalogue.route("110402", "370281", city).unit().code()).isEqualTo("d370281");
    Route nowhere = catalogue.route("110402", "3702", city);
    assertThat(nowhere.unit()).isNull();
    assertThat(nowhere.automatic()).isFalse();
    assertThat(nowhere.ruleId()).isEqualTo("street");
  }

  @Test
  void a_unit_out_of_service_or_unknown_leaves_the_case_to_the_dispatcher() {
    Catalogue catalogue =
        catalogue(rule("closed", "01", "", "cg"), rule("gone", "02", "", "nobody"));

    Route closed = catalogue.route("010101", COMMUNITY, City.without("cg"));
    assertThat(closed.automaticUnit()).isEmpty();
    assertThat(closed.explanation()).extracting(Sentence::zh).last().asString().contains("停用");
    assertThat(catalogue.route("020101", COMMUNITY, city).automaticUnit()).isEmpty();
  }

  @Test
  void every_explanation_is_in_both_languages() {
    Catalogue shipped = new Catalogue(1, SeedCatalogue.rules(NOW, 1));
    for (Category category : city.categories()) {
      for (Sentence sentence : shipped.route(category.code(), COMMUNITY, city).explanation()) {
        assertThat(sentence.zh()).isNotBlank();
        assertThat(sentence.en()).isNotBlank();
      }
    }
  }

  @Test
  void every_shipped_category_has_a_unit_and_only_the_last_waits_for_a_person() {
    Catalogue shipped = new Catalogue(1, SeedCatalogue.rules(NOW, 1));
    for (Category category : city.categories()) {
      if (category.level() < 3) {
        continue;
      }
      Route route = shipped.route(category.code(), COMMUNITY, city);
      assertThat(route.unit()).as(category.code()).isNotNull();
      assertThat(route.automatic())
          .as(category.code())
          .isEqualTo(!category.code().startsWith("99"));
    }
    assertThat(shipped.route("010201", COMMUNITY, city).unit().code()).isEqualTo("s370281001");
    assertThat(shipped.route("020401", COMMUNITY, city).unit())
        .extracting(Unit::nameZh)
        .isEqualTo("住房公积金管理中心");
  }

  @Test
  void a_rule_about_things_that_do_not_exist_is_refused_with_every_reason() {
    assertThatThrownBy(
            () -> SaveRule.check(new RuleEntry("77", "000", "nobody", true), city, catalogue()))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::field)
                    .containsExactly("categoryPrefix", "placePrefix", "target"));
    SaveRule.check(
        new RuleEntry(null, null, RoutingRule.DISTRICT_OF_PLACE, null), city, catalogue());
  }

  @Test
  void a_rule_begins_for_nothing_that_is_switched_off_but_the_one_in_force_may_change() {
    Directory off = City.withoutCategory("0102");
    RuleEntry entry = new RuleEntry("0102", null, RoutingRule.DISTRICT_OF_PLACE, null);
    assertThatThrownBy(() -> SaveRule.check(entry, off, catalogue()))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::code)
                    .containsExactly("category-is-off"));
    SaveRule.check(entry, off, new Catalogue(1, SeedCatalogue.rules(NOW, 1)));
  }

  @Test
  void a_new_category_without_a_rule_waits_for_the_dispatcher() {
    Route route = new Catalogue(1, SeedCatalogue.rules(NOW, 1)).route("880101", COMMUNITY, city);
    assertThat(route.unit()).isNull();
    assertThat(route.automaticUnit()).isEmpty();
  }

  private static Catalogue catalogue(RoutingRule... rules) {
    return new Catalogue(7, List.of(rules));
  }

  private static RoutingRule rule(String id, String category, String place, String target) {
    return new RoutingRule(id, category, place, target, true, NOW, 7);
  }
}
