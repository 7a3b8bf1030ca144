package hotline.access;

import static hotline.access.Role.ANALYST;
import static hotline.access.Role.ASSESSMENT_CLERK;
import static hotline.access.Role.CALLBACK_AGENT;
import static hotline.access.Role.CALLBACK_LEAD;
import static hotline.access.Role.CLERK;
import static hotline.access.Role.DISPATCHER;
import static hotline.access.Role.GRID_OFFICER;
import static hotline.access.Role.LEADER;
import static hotline.access.Role.OPERATOR;
import static hotline.access.Role.REPLY_REVIEWER;
import static hotline.access.Role.SCREENER;
import static hotline.access.Role.SHIFT_LEAD;
import static hotline.access.Role.SIMULATOR;
import static hotline.access.Role.SUPERVISOR;
import static hotline.access.Role.UNIT_DESK;
import static hotline.access.Role.UNIT_LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTest {
  private static final String OWN = "/center/cg";
  private static final String SUB = "/center/cg/cg-1";
  private static final String PARENT = "/center";
  private static final String SIBLING = "/center/zj";
  private static final String LOOKALIKE = "/center/cg2";
  private static final List<String> OTHERS =
      List.of(PARENT, SIBLING, LOOKALIKE, "/center/c", "/elsewhere/cg");
  private static final List<String> NO_PATHS =
      Arrays.asList(null, "", "/", "center/cg", "/center/cg/", "cg");

  // Written out by hand: the test must not ask the enum what the enum says.
  private static final Set<Role> WHOLE_CITY =
      EnumSet.of(
          OPERATOR,
          SHIFT_LEAD,
          SCREENER,
          DISPATCHER,
          REPLY_REVIEWER,
          CALLBACK_AGENT,
          CALLBACK_LEAD,
          SUPERVISOR,
          ASSESSMENT_CLERK,
          LEADER,
          ANALYST,
          SIMULATOR);
  private static final Set<Role> OF_UNIT = EnumSet.of(UNIT_DESK, CLERK, UNIT_LEADER);
  private static final Set<Role> KNOWS_CONFIDENTIAL_REPORTER =
      EnumSet.of(OPERATOR, SHIFT_LEAD, SCREENER, CALLBACK_AGENT, CALLBACK_LEAD);
  private static final Set<Role> KNOWS_REPORTER =
      EnumSet.of(
          OPERATOR,
          SHIFT_LEAD,
          SCREENER,
          CALLBACK_AGENT,
          CALLBACK_LEAD,
          DISPATCHER,
          SUPERVISOR,
          UNIT_DESK,
          CLERK,
          UNIT_LEADER,
          GRID_OFFICER);

  private static Scope scope(String unitPath, String gridPath, Role... roles) {
    return Scope.of(new Actor("u", "u", Set.of(roles), "cg", unitPath, gridPath, "name"));
  }

  @ParameterizedTest
  @EnumSource
  void units_are_seen_by_role_and_subtree(Role role) {
    Scope scope = scope(OWN, null, role);
    boolean all = WHOLE_CITY.contains(role);
    boolean own = all || OF_UNIT.contains(role);
    assertThat(scope.seesUnit(OWN)).isEqualTo(own);
    assertThat(scope.seesUnit(SUB)).isEqualTo(own);
    for (String other : OTHERS) {
      assertThat(scope.seesUnit(other)).as(other).isEqualTo(all);
    }
    for (String noPath : NO_PATHS) {
      assertThat(scope.seesUnit(noPath)).as("%s", noPath).isEqualTo(all);
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_people_of_a_unit_act_for_it_and_for_what_is_below(Role role) {
    Scope scope = scope(OWN, null, role);
    assertThat(scope.mayActForUnit(OWN)).isEqualTo(OF_UNIT.contains(role));
    assertThat(scope.mayActForUnit(SUB)).isEqualTo(OF_UNIT.contains(role));
    List<String> never = new ArrayList<>(OTHERS);
    never.addAll(NO_PATHS);
    for (String other : never) {
      assertThat(scope.mayActForUnit(other)).as("%s", other).isFalse();
      assertThatThrownBy(() -> scope.requireMayActForUnit(other)).isInstanceOf(Forbidden.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void without_a_unit_nobody_of_a_unit_sees_or_does_anything(Role role) {
    for (String noPath : NO_PATHS) {
      Scope scope = scope(noPath, null, role);
      assertThat(scope.seesUnit(OWN)).as("%s", noPath).isEqualTo(WHOLE_CITY.contains(role));
      assertThat(scope.mayActForUnit(OWN)).isFalse();
      assertThat(scope.mayActForUnit(noPath)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_prefix_for_lists_lets_through_exactly_what_is_seen(Role role) {
    for (String unit : Arrays.asList(OWN, null)) {
      Scope scope = scope(unit, null, role);
      Optional<String> prefix = scope.sqlUnitPathPrefix();
      if (role == GRID_OFFICER) {
        // Cases on a grid are handled by any unit: the grid prefix is what limits the list.
        assertThat(prefix).isEmpty();
        assertThat(scope.sqlGridPathPrefix()).contains(Scope.NOWHERE);
        continue;
      }
      for (String path : List.of(OWN, SUB, PARENT, SIBLING, LOOKALIKE)) {
        assertThat(prefix.isEmpty() || matches(path, prefix.get()))
            .as(path)
            .isEqualTo(scope.seesUnit(path));
      }
    }
  }

  /** {@code unit_path = :prefix or starts_with(unit_path, :prefix || '/')}. */
  private static boolean matches(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  @Test
  void a_grid_officer_sees_the_own_grid_whoever_handles_it() {
    Scope officer = scope("/center/d370281/s370281001", "/3702/370281/370281001", GRID_OFFICER);
    assertThat(officer.seesGrid("/3702/370281/370281001")).isTrue();
    assertThat(officer.seesGrid("/3702/370281/370281001/370281001001")).isTrue();
    assertThat(officer.seesGrid("/3702/370281")).isFalse();
    assertThat(officer.seesGrid("/3702/370281/3702810012")).isFalse();
    assertThat(officer.seesGrid(null)).isFalse();
    assertThat(officer.seesCase(SIBLING, "/3702/370281/370281001")).isTrue();
    assertThat(officer.seesCase(null, "/3702/370281/370281001")).isTrue();
    assertThat(officer.seesCase("/center/d370281/s370281001", "/3702/370282")).isFalse();
    assertThat(officer.sqlUnitPathPrefix()).isEmpty();
    assertThat(officer.sqlGridPathPrefix()).contains("/3702/370281/370281001");
    assertThat(officer.mayActForUnit("/center/d370281/s370281001")).isFalse();
  }

  @Test
  void a_grid_in_the_token_narrows_every_role() {
    Scope clerk = scope(OWN, "/3702/370281", CLERK);
    assertThat(clerk.seesCase(OWN, "/3702/370281/1")).isTrue();
    assertThat(clerk.seesCase(OWN, "/3702/370282")).isFalse();
    assertThat(clerk.seesCase(SIBLING, "/3702/370281/1")).isFalse();
    assertThat(clerk.sqlUnitPathPrefix()).contains(OWN);
    assertThat(clerk.sqlGridPathPrefix()).contains("/3702/370281");
    Scope supervisor = scope(PARENT, "/3702/370281", SUPERVISOR);
    assertThat(supervisor.seesCase(SIBLING, "/3702/370281")).isTrue();
    assertThat(supervisor.seesCase(SIBLING, "/3702")).isFalse();
    assertThat(supervisor.sqlGridPathPrefix()).contains("/3702/370281");
    assertThat(scope(OWN, "not a path", SUPERVISOR).sqlGridPathPrefix()).contains(Scope.NOWHERE);
    assertThat(scope(OWN, "not a path", SUPERVISOR).seesGrid("not a path")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_grid_in_the_token_limits_what_any_role_does(Role role) {
    Scope limited = scope(OWN, "/3702/370281", role);
    assertThat(limited.isLimitedToGrid()).isTrue();
    assertThat(limited.reachesPlace("/3702/370281/1")).isTrue();
    for (String place : Arrays.asList("/3702", "/3702/370202", "/3702/3702819", null, "")) {
      assertThat(limited.reachesPlace(place)).as("%s", place).isFalse();
    }
    Scope free = scope(OWN, null, role);
    assertThat(free.isLimitedToGrid()).isEqualTo(role == GRID_OFFICER);
    assertThat(free.reachesPlace("/3702")).isEqualTo(role != GRID_OFFICER);
    assertThat(free.reachesPlace(null)).isEqualTo(role != GRID_OFFICER);
  }

  @ParameterizedTest
  @EnumSource
  void a_case_is_seen_by_unit_and_grid_together(Role role) {
    boolean all = WHOLE_CITY.contains(role);
    Scope scope = scope(OWN, null, role);
    assertThat(scope.seesCase(OWN, "/3702")).isEqualTo(all || OF_UNIT.contains(role));
    assertThat(scope.seesCase(SIBLING, "/3702")).isEqualTo(all);
    assertThat(scope.seesCase(null, "/3702")).isEqualTo(all);
    assertThat(scope.seesCase(null, null)).isEqualTo(all);
  }

  @Test
  void administrators_and_auditors_see_no_case() {
    for (Role role :
        List.of(
            Role.SYSTEM_ADMIN,
            Role.ORG_ADMIN,
            Role.CATALOGUE_ADMIN,
            Role.CALENDAR_ADMIN,
            Role.AUDITOR)) {
      Scope scope = scope(PARENT, "/3702", role);
      assertThat(scope.seesCase(OWN, "/3702")).as("%s", role).isFalse();
      assertThat(scope.sqlUnitPathPrefix()).contains(Scope.NOWHERE);
      assertThat(scope.sqlGridPathPrefix()).contains(Scope.NOWHERE);
    }
    assertThat(scope(PARENT, null).sqlUnitPathPrefix()).contains(Scope.NOWHERE);
    assertThat(scope(PARENT, null).seesGrid("/3702")).isFalse();
  }

  @Test
  void of_a_confidential_case_the_address_is_for_those_who_may_learn_who_reported_it() {
    Scope clerk = scope(OWN, null, CLERK);
    assertThat(clerk.seesAddress(false, null)).isTrue();
    assertThat(clerk.seesAddress(true, null)).isFalse();
    // Who is complained about may go and look; who complained it learns from nobody.
    assertThat(clerk.seesAddress(false, OWN)).isTrue();
    assertThat(clerk.seesReporter(false, OWN)).isFalse();
    assertThat(scope(OWN, null, CALLBACK_AGENT).seesAddress(true, null)).isTrue();
  }

  @Test
  void several_roles_see_what_any_of_them_sees() {
    Scope both = scope(OWN, null, CLERK, CALLBACK_AGENT);
    assertThat(both.seesUnit(SIBLING)).isTrue();
    assertThat(both.mayActForUnit(OWN)).isTrue();
    assertThat(both.mayActForUnit(SIBLING)).isFalse();
    assertThat(both.sqlUnitPathPrefix()).isEmpty();
    Scope clerkAndAdmin = scope(OWN, null, CLERK, Role.SYSTEM_ADMIN);
    assertThat(clerkAndAdmin.sqlUnitPathPrefix()).contains(OWN);
    assertThat(clerkAndAdmin.sqlGridPathPrefix()).isEmpty();
    // The lists of a clerk do not open because the same person walks a grid.
    Scope clerkOnAGrid = scope(OWN, "/3702/370281/370281001", CLERK, GRID_OFFICER);
    assertThat(clerkOnAGrid.sqlUnitPathPrefix()).contains(OWN);
  }

  @ParameterizedTest
  @EnumSource
  void the_reporter_is_known_by_role_and_confidentiality(Role role) {
    Scope scope = scope(OWN, null, role);
    assertThat(scope.seesReporter(false, null)).isEqualTo(KNOWS_REPORTER.contains(role));
    assertThat(scope.seesReporter(true, null))
        .isEqualTo(KNOWS_CONFIDENTIAL_REPORTER.contains(role));
    assertThat(scope.seesReporter(false, SIBLING)).isEqualTo(KNOWS_REPORTER.contains(role));
    assertThat(scope.seesReporter(false, LOOKALIKE)).isEqualTo(KNOWS_REPORTER.contains(role));
  }

  @ParameterizedTest
  @EnumSource
  void a_respondent_never_learns_the_reporter(Role role) {
    assertThat(scope(OWN, null, role).seesReporter(false, OWN)).isFalse();
    assertThat(scope(OWN, null, role).seesReporter(false, PARENT)).isFalse();
    assertThat(scope(SUB, null, role).seesReporter(false, OWN)).isFalse();
  }

  @Test
  void nor_does_its_superior_unit_but_the_centre_does() {
    for (Role role : List.of(CLERK, UNIT_DESK, UNIT_LEADER, GRID_OFFICER)) {
      assertThat(scope(OWN, null, role).seesReporter(false, SUB)).as("%s", role).isFalse();
      assertThat(scope(null, null, role).seesReporter(false, SUB))
          .as("%s without unit", role)
          .isFalse();
    }
    for (Role role : List.of(OPERATOR, CALLBACK_AGENT, SUPERVISOR)) {
      assertThat(scope(PARENT, null, role).seesReporter(false, SUB)).as("%s", role).isTrue();
    }
    assertThat(scope(OWN, null, CLERK, CALLBACK_AGENT).seesReporter(false, SUB)).isFalse();
  }
}
