package hotline.dispatch.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndorsementRulesTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");

  @Test
  void without_a_rule_nothing_needs_a_signature() {
    assertThat(needs(rules(), "/center/cg", Urgency.NORMAL, TUESDAY)).isFalse();
  }

  @Test
  void a_rule_counts_for_the_unit_and_those_below_it_from_its_day_on() {
    EndorsementRules rules = rules(rule(1, "cg", null, null, EndorsementNeed.REQUIRED, TUESDAY));

    assertThat(needs(rules, "/center/cg", Urgency.NORMAL, MONDAY)).isFalse();
    assertThat(needs(rules, "/center/cg", Urgency.NORMAL, TUESDAY)).isTrue();
    assertThat(needs(rules, "/center/cg/cg-1", Urgency.NORMAL, TUESDAY)).isTrue();
    assertThat(needs(rules, "/center/cgx", Urgency.NORMAL, TUESDAY)).isFalse();
    assertThat(
            rules.needs(EndorsedAct.RETURN, "/center/cg", CaseKind.HELP, Urgency.NORMAL, TUESDAY))
        .isFalse();
  }

  @Test
  void the_nearest_unit_decides_and_may_say_as_above() {
    EndorsementRule above = rule(1, "cg", null, null, EndorsementNeed.REQUIRED, MONDAY);
    EndorsementRule below = rule(2, "cg-1", null, null, EndorsementNeed.NOT_REQUIRED, MONDAY);

    assertThat(needs(rules(above, below), "/center/cg/cg-1", Urgency.NORMAL, MONDAY)).isFalse();
    assertThat(
            needs(
                rules(
                    above, below, rule(3, "cg-1", null, null, EndorsementNeed.INHERITED, TUESDAY)),
                "/center/cg/cg-1",
                Urgency.NORMAL,
                TUESDAY))
        .isTrue();
  }

  @Test
  void of_one_unit_the_rule_that_names_most_decides() {
    EndorsementRules rules =
        rules(
            rule(1, "cg", null, null, EndorsementNeed.REQUIRED, MONDAY),
            rule(2, "cg", null, Urgency.CRITICAL, EndorsementNeed.NOT_REQUIRED, MONDAY));

    assertThat(needs(rules, "/center/cg", Urgency.NORMAL, MONDAY)).isTrue();
    assertThat(needs(rules, "/center/cg", Urgency.CRITICAL, MONDAY)).isFalse();
  }

  @Test
  void as_above_for_some_cases_asks_the_unit_above_about_these() {
    EndorsementRules rules =
        rules(
            rule(1, "cg", null, null, EndorsementNeed.NOT_REQUIRED, MONDAY),
            rule(2, "cg-1", null, null, EndorsementNeed.REQUIRED, MONDAY),
            rule(3, "cg-1", null, Urgency.CRITICAL, EndorsementNeed.INHERITED, MONDAY));

    assertThat(needs(rules, "/center/cg/cg-1", Urgency.NORMAL, MONDAY)).isTrue();
    assertThat(needs(rules, "/center/cg/cg-1", Urgency.CRITICAL, MONDAY)).isFalse();
  }

  @Test
  void a_later_rule_about_the_same_takes_the_place_of_the_first_from_its_day_on() {
    EndorsementRule first = rule(1, "cg", CaseKind.HELP, null, EndorsementNeed.REQUIRED, MONDAY);
    EndorsementRule second =
        rule(2, "cg", CaseKind.HELP, null, EndorsementNeed.NOT_REQUIRED, TUESDAY);
    EndorsementRules rules = rules(first, second);

    assertThat(rules.inForce(first, MONDAY)).isTrue();
    assertThat(rules.inForce(second, MONDAY)).isFalse();
    assertThat(rules.inForce(first, TUESDAY)).isFalse();
    assertThat(needs(rules, "/center/cg", Urgency.NORMAL, TUESDAY)).isFalse();
  }

  private static boolean needs(EndorsementRules rules, String unit, Urgency urgency, Instant at) {
    return rules.needs(EndorsedAct.REPLY, unit, CaseKind.HELP, urgency, at);
  }

  private static EndorsementRules rules(EndorsementRule... rules) {
    return new EndorsementRules(rules.length, List.of(rules));
  }

  private static EndorsementRule rule(
      long no,
      String unit,
      CaseKind kind,
      Urgency urgency,
      EndorsementNeed need,
      Instant validFrom) {
    return new EndorsementRule(
        no, unit, EndorsedAct.REPLY, kind, urgency, need, validFrom, "admin", MONDAY);
  }
}
