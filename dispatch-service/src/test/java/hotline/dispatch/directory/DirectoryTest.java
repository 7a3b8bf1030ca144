package hotline.dispatch.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import org.junit.jupiter.api.Test;

class DirectoryTest {

  private final Directory city = City.directory();

  @Test
  void the_city_has_its_districts_streets_and_communities() {
    assertThat(city.placesBelow(null)).extracting(Place::code).containsExactly("3702");
    assertThat(city.placesBelow("3702")).hasSize(10);
    long streets =
        city.placesBelow("3702").stream()
            .mapToLong(district -> city.placesBelow(district.code()).size())
            .sum();
    assertThat(streets).isEqualTo(141);
    long communities =
        DemonstrationCity.entries().stream()
            .filter(entry -> entry instanceof Place place && place.level().equals("community"))
            .count();
    assertThat(communities).isEqualTo(2_120);
    assertThat(city.place("370281001005").orElseThrow().path())
        .isEqualTo("/3702/370281/370281001/370281001005");
  }

  @Test
  void every_district_and_street_has_its_desk_and_every_unit_a_path_through_its_parents() {
    assertThat(city.unit("s370281001").orElseThrow().path())
        .isEqualTo("/center/d370281/s370281001");
    assertThat(city.unit("d370281").orElseThrow().nameZh()).isEqualTo("胶州市热线承办中心");
    for (DirectoryEntry entry : DemonstrationCity.entries()) {
      if (entry instanceof Unit unit && unit.parentCode() != null) {
        Unit parent = city.unit(unit.parentCode()).orElseThrow();
        assertThat(unit.path()).isEqualTo(parent.path() + "/" + unit.code());
        assertThat(unit.level()).isEqualTo(parent.level() + 1);
      }
    }
    assertThat(city.unitsBelow("center")).hasSize(44);
  }

  @Test
  void a_city_of_its_own_begins_with_the_centre_alone() {
    assertThat(DemonstrationCity.centre())
        .extracting(DirectoryEntry::key)
        .containsExactly("unit:center");
  }

  @Test
  void keys_and_codes_are_unique() {
    assertThat(DemonstrationCity.entries()).extracting(DirectoryEntry::key).doesNotHaveDuplicates();
  }

  @Test
  void a_place_is_named_as_people_say_it() {
    assertThat(city.placeName("370281001005")).isEqualTo("胶州市阜安街道大同社区居民委员会");
    assertThat(city.placeName("370281")).isEqualTo("胶州市");
    assertThat(city.placeName("3702")).isEqualTo("青岛市");
    assertThat(city.placeName("999")).isEqualTo("999");
  }

  @Test
  void the_desk_of_a_place_is_that_of_its_street_or_district() {
    assertThat(city.streetDesk("370281001005").orElseThrow().code()).isEqualTo("s370281001");
    assertThat(city.streetDesk("370281")).isEmpty();
    assertThat(city.districtDesk("370281001").orElseThrow().code()).isEqualTo("d370281");
    assertThat(City.without("s370281001").streetDesk("370281001")).isEmpty();
  }

  @Test
  void a_complaint_keeps_out_the_unit_and_its_parts_but_of_the_centre_only_the_centre() {
    Unit district = city.unit("d370281").orElseThrow();
    Unit street = city.unit("s370281001").orElseThrow();
    Unit centre = city.unit("center").orElseThrow();

    assertThat(city.isOnTheSideOf(street, "d370281")).isTrue();
    assertThat(city.isOnTheSideOf(street, "s370281001")).isTrue();
    assertThat(city.isOnTheSideOf(district, "s370281001")).isFalse();
    assertThat(city.isOnTheSideOf(street, "cg")).isFalse();
    assertThat(city.isOnTheSideOf(centre, "center")).isTrue();
    assertThat(city.isOnTheSideOf(street, "center")).isFalse();
    assertThat(city.isOnTheSideOf(street, "gone")).isFalse();
    assertThat(city.isOnTheSideOf(street, null)).isFalse();
  }

  @Test
  void a_new_unit_gets_its_path_and_level_from_its_parent() {
    Unit saved =
        SaveUnit.checked(new UnitEntry("cg-1", "cg", " 执法一科 ", "Section 1", null, null), city);

    assertThat(saved.path()).isEqualTo("/center/cg/cg-1");
    assertThat(saved.level()).isEqualTo(3);
    assertThat(saved.nameZh()).isEqualTo("执法一科");
    assertThat(saved.active()).isTrue();
  }

  @Test
  void everything_wrong_with_a_unit_is_said_at_once() {
    assertThatThrownBy(
            () -> SaveUnit.checked(new UnitEntry("C G", "nobody", "", null, "000", true), city))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::field)
                    .containsExactlyInAnyOrder(
                        "code", "nameZh", "nameEn", "parentCode", "placeCode"));
    assertThatThrownBy(
            () ->
                SaveUnit.checked(new UnitEntry("s370281001", "cg", "站", "Desk", null, true), city))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::code)
                    .containsExactly("parent-is-fixed"));
  }
}
