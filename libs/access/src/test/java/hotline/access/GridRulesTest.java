package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GridRulesTest {
  private static final String PLACE = "/3702/370281/370281001";
  private static final UUID CASE = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final UUID WITHOUT_PLACE = UUID.fromString("01890000-0000-7000-8000-000000000002");

  private final GridRules rules =
      new GridRules()
          .thingById("/api/cases/{}", "工单", "case", id -> id.equals(CASE) ? PLACE : null)
          .narrowed("/api/cases")
          .free("/api/cases/emergencies", "/api/reference/**")
          .wholeCity("/api/draws/**");

  private static Scope limitedTo(String grid) {
    return Scope.of(
        new Actor("u", "u", Set.of(Role.SUPERVISOR), "center", "/center", grid, "name"));
  }

  private void ask(String template, UUID id, String grid) {
    rules.check(template, Map.of("id", id.toString())::get, limitedTo(grid));
  }

  @Test
  void a_thing_is_found_on_the_own_grid_and_on_those_within_it() {
    for (String template : new String[] {"/api/cases/{id}", "/api/cases/{id}/reviews"}) {
      for (String grid : new String[] {PLACE, "/3702/370281", "/3702"}) {
        assertThatCode(() -> ask(template, CASE, grid)).as(grid).doesNotThrowAnyException();
      }
      for (String grid : new String[] {PLACE + "/1", PLACE + "9", "/3702/370202", "no path", "/"}) {
        assertThatThrownBy(() -> ask(template, CASE, grid)).as(grid).isInstanceOf(NotFound.class);
      }
    }
  }

  @Test
  void what_has_no_place_or_is_not_there_is_on_nobodys_grid() {
    assertThatThrownBy(() -> ask("/api/cases/{id}", WITHOUT_PLACE, "/3702"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> rules.check("/api/cases/{id}", name -> "no-id", limitedTo("/3702")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void what_nobody_has_thought_about_and_what_is_of_the_whole_city_is_refused() {
    for (String template : new String[] {"/api/things", "/api/draws", "/api/draws/{id}/frame"}) {
      assertThatThrownBy(() -> ask(template, CASE, "/3702"))
          .as(template)
          .isInstanceOf(LimitedToGrid.class);
    }
  }

  @Test
  void an_exact_path_comes_before_the_things_below_it() {
    assertThat(rules.kind("/api/cases")).contains(GridRules.Kind.NARROWED);
    assertThat(rules.kind("/api/cases/emergencies")).contains(GridRules.Kind.FREE);
    assertThat(rules.kind("/api/cases/{id: [0-9]+}/clocks")).contains(GridRules.Kind.OF_A_THING);
    assertThat(rules.kind("/api/reference/places/{code}")).contains(GridRules.Kind.FREE);
    assertThat(rules.kind("/api/cases/pending")).isEmpty();
  }

  @Test
  void the_condition_for_lists_names_the_column_and_the_parameter_twice() {
    assertThat(OnGrid.sql("c.place_path", ":grid"))
        .isEqualTo("(c.place_path = :grid or starts_with(c.place_path, :grid || '/'))");
  }
}
